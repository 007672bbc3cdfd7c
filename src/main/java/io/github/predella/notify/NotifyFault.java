package io.github.predella.notify;

/** A message could not be sent; the text is for operators and holds no secrets. */
public final class NotifyFault extends Exception {

    private static final long serialVersionUID = 1L;

    public NotifyFault(String message, Throwable cause) {
        super(message, cause);
    }
}
