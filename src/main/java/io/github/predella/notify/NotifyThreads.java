package io.github.predella.notify;

/** Makes the thread that sends. */
@FunctionalInterface
public interface NotifyThreads {

    /** A thread that has not been started yet. */
    Thread thread(Runnable work);
}
