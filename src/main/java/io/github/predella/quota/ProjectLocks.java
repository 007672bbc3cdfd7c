package io.github.predella.quota;

/** Lets the requests of a project count one after the other. */
public interface ProjectLocks {

    /**
     * Waits until no other transaction, of whatever node, holds the project, and holds it until the running transaction
     * ends. What those others have done can be seen afterwards.
     *
     * @param project id of the project, or null for what belongs to nobody
     */
    void hold(String project);
}
