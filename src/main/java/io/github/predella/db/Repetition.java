package io.github.predella.db;

import io.github.predella.core.Fault;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tries work again that lost against another transaction, a few times. Safe for any thread. */
final class Repetition {

    private static final Logger LOG = Logger.getLogger(Repetition.class.getName());
    private static final int ATTEMPTS = 6;

    private final IntConsumer pause;

    /** @param pause waits before another try; given how many tries there were, from 1 */
    Repetition(IntConsumer pause) {
        this.pause = pause;
    }

    /**
     * Does the work until it does not lose.
     *
     * @throws Fault CONFLICT when it loses every time
     * @throws Exception what the work throws for any other reason
     */
    Object run(Callable<Object> work) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.call();
            } catch (RuntimeException failure) {
                if (!Contention.caused(failure)) {
                    throw failure;
                }
                if (attempt == ATTEMPTS) {
                    LOG.log(Level.WARNING, "a call lost against other transactions every time", failure);
                    throw Fault.conflict("Other requests change the same thing; try again in a moment.");
                }
                LOG.log(Level.FINE, "a call lost against another transaction and is tried again", failure);
                pause.accept(attempt);
            }
        }
    }
}
