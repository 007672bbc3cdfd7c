package io.github.predella.quota;

/** Counts what a project has. Needs a running transaction; costs one statement however much there is. */
public interface UsageReader {

    /**
     * What a project has.
     *
     * @param project id of the project, or null for what belongs to nobody
     */
    Usage of(String project);
}
