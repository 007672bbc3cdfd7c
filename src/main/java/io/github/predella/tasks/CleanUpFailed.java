package io.github.predella.tasks;

/**
 * What the work of a task throws when it has failed and could not clean up after itself either, for example since the
 * database does not answer. The task does not end then: {@link TaskWork#abandoned} is called later, until it succeeds.
 */
public final class CleanUpFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason why the work has failed
     * @param failure why cleaning up has
     */
    public CleanUpFailed(Throwable reason, RuntimeException failure) {
        super(failure.getMessage(), reason);
        addSuppressed(failure);
    }
}
