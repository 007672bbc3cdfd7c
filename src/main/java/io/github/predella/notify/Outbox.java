package io.github.predella.notify;

import io.github.predella.observe.NoticeFigures;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Messages that wait to be sent, in their order. It never makes anybody wait who puts one in: what finds no room is
 * dropped. Safe for use by many threads; one takes out.
 */
final class Outbox {

    /** Bytes of one message at most, which is more than the largest image that the default quotas allow. */
    private static final int MOST_OF_ONE = 16 << 20;

    /** Bytes of all of them together at most. */
    private static final int MOST_OF_ALL = 32 << 20;

    private final int most;

    // Guarded by this.
    private final Deque<Letter> letters = new ArrayDeque<>();
    private long bytes;

    /** @param most how many wait at most */
    Outbox(int most) {
        this.most = most;
    }

    /** What became of a message. */
    enum Fate {
        TAKEN,
        FULL,
        TOO_LARGE
    }

    synchronized Fate offer(Letter letter) {
        if (letter.bytes() > MOST_OF_ONE) {
            return Fate.TOO_LARGE;
        }
        if (letters.size() >= most || bytes + letter.bytes() > MOST_OF_ALL) {
            return Fate.FULL;
        }
        letters.addLast(letter);
        bytes += letter.bytes();
        NoticeFigures.waiting(letters.size());
        notifyAll();
        return Fate.TAKEN;
    }

    /** The first message, which stays where it is; waits until there is one. */
    synchronized Letter first() throws InterruptedException {
        while (letters.isEmpty()) {
            wait();
        }
        return letters.getFirst();
    }

    /** Drops the first message, because it has been sent or given up. */
    synchronized void removeFirst() {
        bytes -= letters.removeFirst().bytes();
        NoticeFigures.waiting(letters.size());
        notifyAll();
    }

    synchronized int size() {
        return letters.size();
    }

    /** Waits until nothing is left, or the time is over; tells which. */
    synchronized boolean awaitEmpty(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (!letters.isEmpty()) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
