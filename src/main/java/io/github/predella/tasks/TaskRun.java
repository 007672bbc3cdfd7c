package io.github.predella.tasks;

/** A running task as its work sees it. For the thread of the work, and for those that it waits for. */
public interface TaskRun {

    /** The task as it was when its work began. */
    Task task();

    /** Tells users about the progress. Cheap: stored about once a second at most; never fails. */
    void say(String message);

    /**
     * Returns when the work may go on. Cheap: the ledger is asked about once a second at most.
     *
     * @throws io.github.predella.core.Fault when the task is to end early, is no longer this process's, or the service
     *     is being stopped
     */
    void checkpoint();
}
