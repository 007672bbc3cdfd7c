package io.github.predella.dashboard.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An answer that goes on. Texts wait here until the connection takes them; a page that does not read is given up. One
 * thread writes at a time, whichever comes first, and nobody waits for another: the server calls back with locks of its
 * own.
 */
final class EventStream implements Outlet, WriteListener, AsyncListener {

    /** Texts that wait for a page that does not read. */
    private static final int MOST_WAITING = 64;

    private final AsyncContext answer;
    private final ServletOutputStream out;
    private final Executor endings;
    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    /** For the thread whose turn it is only. */
    private boolean unflushed;

    private volatile Runnable gone = () -> {};

    /** @param endings where the answer may be ended, which the threads of the connection must not do */
    EventStream(AsyncContext answer, Executor endings) throws IOException {
        this.answer = answer;
        this.out = answer.getResponse().getOutputStream();
        this.endings = endings;
    }

    /**
     * Begins to send.
     *
     * @param whenGone told once when the stream is over
     */
    void open(Runnable whenGone) {
        gone = whenGone;
        answer.setTimeout(0);
        answer.addListener(this);
        out.setWriteListener(this);
    }

    @Override
    public void send(String text) {
        if (over.get()) {
            return;
        }
        if (count.incrementAndGet() > MOST_WAITING) {
            end();
            return;
        }
        waiting.add(text.getBytes(StandardCharsets.UTF_8));
        write();
    }

    @Override
    public void onWritePossible() {
        write();
    }

    private void write() {
        if (turns.getAndIncrement() > 0) {
            return;
        }
        int taken = 1;
        do {
            taken = turns.get();
            try {
                writeWhatFits();
            } catch (IOException | IllegalStateException broken) {
                end();
            }
        } while (turns.addAndGet(-taken) > 0);
    }

    private void writeWhatFits() throws IOException {
        while (!over.get() && (unflushed || !waiting.isEmpty()) && out.isReady()) {
            byte[] text = waiting.poll();
            if (text != null) {
                count.decrementAndGet();
                out.write(text);
                unflushed = true;
            } else {
                unflushed = false;
                out.flush();
            }
        }
    }

    @Override
    public void end() {
        if (over.compareAndSet(false, true)) {
            gone.run();
            endings.execute(this::complete);
        }
    }

    private void complete() {
        try {
            answer.complete();
        } catch (IllegalStateException ended) {
            // The server was faster.
        }
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (over.compareAndSet(false, true)) {
            gone.run();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is begun once only.
    }
}
