package io.github.predella.dashboard.events;

import java.time.Duration;

/** Lets work be done again and again on a thread of its own. */
@FunctionalInterface
public interface WatchTimer {

    /**
     * Begins with the work at once, and again a while after each end of it.
     *
     * @return ends the repetition; the work may still run then
     */
    Runnable every(Duration pause, Runnable work);
}
