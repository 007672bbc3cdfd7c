package io.github.predella.notify;

/**
 * A way on which notices leave. It is used by one thread at a time.
 *
 * <p>Promises: when {@link #send} returns, the message is where it is kept for its receivers; when it throws, it may be
 * sent again, and receivers may then get it twice.
 */
public interface Notifier extends AutoCloseable {

    /** Sends a message; throws {@link NotifyFault} when it is not known to have arrived. */
    void send(Letter letter) throws NotifyFault;

    /** Lets go of whatever it holds; it may be used again after that. Throws nothing. */
    @Override
    void close();
}
