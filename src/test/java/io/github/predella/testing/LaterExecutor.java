package io.github.predella.testing;

import io.github.predella.tasks.TaskExecutor;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/** Threads that do nothing until a test lets them, on the test's own thread; with room for so many. */
public final class LaterExecutor implements TaskExecutor {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final int room;

    public LaterExecutor(int room) {
        this.room = room;
    }

    @Override
    public void execute(Runnable work) {
        if (queue.size() >= room) {
            throw new RejectedExecutionException("no room");
        }
        queue.add(work);
    }

    /** How much was handed over and not done yet. */
    public int waiting() {
        return queue.size();
    }

    /** Does what was handed over, and what that hands over. */
    public void runAll() {
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }
}
