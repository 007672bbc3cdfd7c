package io.github.predella.db;

import java.util.concurrent.Callable;

/** Tries work again that lost against another transaction, as the services of a running server do. */
public final class Retries {

    private Retries() {}

    /** Does the work until it does not lose, at most as often as a service would. */
    @SuppressWarnings("unchecked") // what the work returns comes back
    public static <T> T run(Callable<T> work) {
        try {
            return (T) new Repetition(ContentionRetry::pause).run(work::call);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
