package io.github.predella.cache;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A copy that grows beside a download. The reader's thread only leaves its bytes here, {@link #HELD} of them at most; an
 * executor's thread takes them to the disk. Whatever goes wrong there, a device that does not keep up included, ends the
 * copy and nothing else: no method waits or throws. Those of the reader are for one thread at a time.
 */
final class CacheFill {

    /** Bytes of one fill that wait for the device at most. */
    static final int HELD = 4 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(CacheFill.class.getName());
    private static final int PIECE = 64 * 1024;

    /** How a fill has ended. */
    enum End {
        /** There is a copy. */
        KEPT,
        /** The reader has gone before it had everything. */
        BROKEN_OFF,
        /** The device did not keep up. */
        LATE,
        /** The device failed. */
        FAILED,
        /** The data is not that of the image. */
        DIFFERENT
    }

    /** Is told the end, once, on whichever thread brings it about. */
    interface Ending {

        /** Makes a complete draft count; whether it was what it should be. */
        boolean publish(CacheDraft draft) throws IOException;

        /** The draft has been closed. */
        void ended(End end);
    }

    /** Bytes that wait; it may still grow as long as it is in the queue. */
    private static final class Piece {

        private final byte[] bytes = new byte[PIECE];
        private int count;

        /** Takes what it has room for; returns how many bytes that was. */
        int take(byte[] from, int offset, int most) {
            int taken = Math.min(most, PIECE - count);
            System.arraycopy(from, offset, bytes, count, taken);
            count += taken;
            return taken;
        }
    }

    private final CacheDraft draft;
    private final Executor executor;
    private final Ending ending;

    // Guarded by this.
    private final ArrayDeque<Piece> waiting = new ArrayDeque<>();
    private final ArrayDeque<Piece> spare = new ArrayDeque<>();
    private int pieces;
    private boolean atWork;
    private boolean complete;
    private End end;
    private boolean over;

    CacheFill(CacheDraft draft, Executor executor, Ending ending) {
        this.draft = draft;
        this.executor = executor;
        this.ending = ending;
    }

    /** Takes the next bytes of the reader. */
    void accept(byte[] bytes, int from, int count) {
        synchronized (this) {
            if (end != null || complete) {
                return;
            }
            int at = from;
            while (at < from + count && end == null) {
                var last = roomy();
                if (last.isPresent()) {
                    at += last.get().take(bytes, at, from + count - at);
                } else {
                    end = End.LATE;
                }
            }
        }
        wake();
    }

    /** The last piece that waits, if it has room, or another one; empty when there may be no more. */
    private Optional<Piece> roomy() {
        var last = waiting.peekLast();
        if (last != null && last.count < PIECE) {
            return Optional.of(last);
        }
        var next = spare.poll();
        if (next == null) {
            if (pieces == HELD / PIECE) {
                return Optional.empty();
            }
            pieces++;
            next = new Piece();
        }
        waiting.add(next);
        return Optional.of(next);
    }

    /** The reader has had everything. */
    void finish() {
        synchronized (this) {
            complete = true;
        }
        wake();
    }

    /** The reader reads no more; without {@link #finish} before, nothing of the copy stays. */
    void close() {
        synchronized (this) {
            if (end == null && !complete) {
                end = End.BROKEN_OFF;
            }
        }
        wake();
    }

    private void wake() {
        boolean idle;
        synchronized (this) {
            idle = !atWork && !over && (end != null || complete || !waiting.isEmpty());
            atWork |= idle;
        }
        if (!idle) {
            return;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException busy) {
            callOff();
        }
    }

    /** The next piece tries again; where none comes any more, the copy is given up. */
    private void callOff() {
        boolean last;
        synchronized (this) {
            atWork = false;
            last = end != null || complete;
            end = last && end == null ? End.LATE : end;
        }
        if (last) {
            settle(end);
        }
    }

    private void work() {
        End result;
        try {
            var step = next();
            while (step.piece() != null) {
                draft.accept(step.piece().bytes, 0, step.piece().count);
                reuse(step.piece());
                step = next();
            }
            if (!step.isLast()) {
                return;
            }
            result = result();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "the cache cannot keep a copy", failure);
            result = End.FAILED;
        } catch (RuntimeException unexpected) {
            LOG.log(Level.WARNING, "the cache has failed to keep a copy", unexpected);
            result = End.FAILED;
        }
        settle(result);
    }

    /**
     * What the thread at work does next: it writes a piece, or brings about the end if it is the last step, or goes.
     * Which of them is decided in one moment, since another thread may be at work in the next.
     */
    private record Step(Piece piece, boolean isLast) {}

    private synchronized Step next() {
        var piece = end == null ? waiting.poll() : null;
        boolean last = piece == null && (end != null || complete);
        atWork = piece != null || last;
        return new Step(piece, last);
    }

    private synchronized void reuse(Piece piece) {
        piece.count = 0;
        spare.add(piece);
    }

    /** How it has ended; a complete draft is read and published here. */
    private End result() throws IOException {
        synchronized (this) {
            if (end != null) {
                return end;
            }
        }
        return ending.publish(draft) ? End.KEPT : End.DIFFERENT;
    }

    private void settle(End result) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            end = result;
            waiting.clear();
            spare.clear();
        }
        try {
            draft.close();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "what is left of a copy stays until the next cleaning", failure);
        }
        ending.ended(result);
    }
}
