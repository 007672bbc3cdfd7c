package io.github.predella.quota;

/** Knows how much projects may have. Needs a running transaction; costs one statement at most. */
public interface Limits {

    /**
     * The limits of a project.
     *
     * @param project id of the project, or null for what belongs to nobody
     */
    ProjectLimits of(String project);
}
