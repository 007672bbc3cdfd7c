package io.github.predella.data;

/** Bytes on their way to a client. Safe for use by many threads. */
public interface Transfer {

    /** How many bytes have gone out so far; it never shrinks. */
    long sent();

    /**
     * Breaks the transfer off: its connection and its source are closed, and whoever waits for the client is released.
     * Returns without waiting for any of this.
     */
    void abort();
}
