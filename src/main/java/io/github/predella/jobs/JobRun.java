package io.github.predella.jobs;

/** One run of a job, as the job sees it. For the thread of the run only. */
@FunctionalInterface
public interface JobRun {

    /**
     * Whether this node may still do the work. Once false it stays false, and the run is to end. Cheap: the lease
     * behind it is renewed only when a third of its term is over.
     */
    boolean stillOurs();

    /** A run of a job that every node does for itself: nobody can take it away. */
    static JobRun ofNode() {
        return () -> true;
    }
}
