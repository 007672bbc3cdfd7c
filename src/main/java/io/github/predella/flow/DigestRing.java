package io.github.predella.flow;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A ring of reused slots between the transferring thread, which fills them, and one lane per digest, which works
 * through them. A lane is a task only while it has something to do; so a slow transfer occupies no thread.
 *
 * <p>Nobody waits for a thread that may never come: when the ring is full, or at the end, the transferring thread takes
 * over every lane that nobody works on, and waits only for lanes that are being worked on.
 */
final class DigestRing implements ByteStage {

    static final int SLOTS = 4;
    static final int SLOT_BYTES = 256 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Executor executor;
    private final List<Lane> lanes;

    // Slot n % SLOTS belongs to the transferring thread until n < published, then to the lanes until all have done it.
    private final byte[][] slots = new byte[SLOTS][];
    private final int[] counts = new int[SLOTS];
    private int filled;

    // Guarded by the lock, like the fields of the lanes.
    private long published;
    private boolean closed;
    private boolean failed;

    DigestRing(List<MessageDigest> digests, Executor executor) {
        this.executor = executor;
        this.lanes = digests.stream().map(Lane::new).toList();
    }

    @Override
    public void accept(byte[] chunk, int from, int count) throws IOException {
        int taken = 0;
        while (taken < count) {
            if (filled == 0) {
                awaitAll(published - SLOTS + 1);
            }
            int part = Math.min(count - taken, SLOT_BYTES - filled);
            System.arraycopy(chunk, from + taken, currentSlot(), filled, part);
            filled += part;
            taken += part;
            if (filled == SLOT_BYTES) {
                publish();
                lanes.forEach(Lane::wake);
            }
        }
    }

    @Override
    public void finish() throws IOException {
        if (filled > 0) {
            publish();
        }
        awaitAll(published);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private byte[] currentSlot() {
        int index = (int) (published % SLOTS);
        if (slots[index] == null) {
            slots[index] = new byte[SLOT_BYTES];
        }
        return slots[index];
    }

    private void publish() {
        lock.lock();
        try {
            counts[(int) (published % SLOTS)] = filled;
            filled = 0;
            published++;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when every lane has done so many slots, working itself where nobody else does. */
    private void awaitAll(long target) throws IOException {
        for (Lane lane : lanes) {
            if (lane.behind(target)) {
                lane.work();
            }
        }
        for (Lane lane : lanes) {
            while (!lane.reached(target)) {
                lane.work();
            }
        }
    }

    /** One digest and how far it has come. */
    private final class Lane implements Runnable {

        private final MessageDigest digest;
        private long done;
        private boolean busy;
        private boolean called;

        Lane(MessageDigest digest) {
            this.digest = digest;
        }

        /** Asks the executor for a thread, unless one is coming or at work. */
        void wake() {
            lock.lock();
            try {
                if (called || busy) {
                    return;
                }
                called = true;
            } finally {
                lock.unlock();
            }
            try {
                executor.execute(this);
            } catch (RejectedExecutionException noThread) {
                calledOff();
            }
        }

        @Override
        public void run() {
            calledOff();
            work();
        }

        private void calledOff() {
            lock.lock();
            try {
                called = false;
            } finally {
                lock.unlock();
            }
        }

        boolean behind(long target) {
            lock.lock();
            try {
                return done < target;
            } finally {
                lock.unlock();
            }
        }

        /**
         * Whether so many slots are done. When they are not and somebody is at it, waits for his next step; so false
         * means that the caller has to work.
         */
        boolean reached(long target) throws IOException {
            lock.lock();
            try {
                while (done < target && busy && !closed && !failed) {
                    moved.await();
                }
                if (failed || closed) {
                    throw new IOException(failed ? "computing the digests failed" : "the digests are closed");
                }
                return done >= target;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while computing the digests");
            } finally {
                lock.unlock();
            }
        }

        /** Digests whatever is published, unless somebody is at it. */
        void work() {
            boolean first = true;
            while (take(first)) {
                first = false;
                boolean well = false;
                try {
                    int index = (int) (done % SLOTS);
                    digest.update(slots[index], 0, counts[index]);
                    well = true;
                } finally {
                    putBack(well);
                }
            }
        }

        private boolean take(boolean first) {
            lock.lock();
            try {
                if (first && busy) {
                    return false;
                }
                busy = done < published && !closed && !failed;
                return busy;
            } finally {
                lock.unlock();
            }
        }

        private void putBack(boolean well) {
            lock.lock();
            try {
                done++;
                failed |= !well;
                busy = well;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
