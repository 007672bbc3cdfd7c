package io.github.predella.observe;

import io.github.predella.core.Caller;
import io.github.predella.core.RequestId;
import java.util.Optional;

/**
 * What a thread is busy with: a request or a task. It is bound to the thread from {@link #begin} to {@link #end}, and
 * every line that is logged meanwhile names it. Changed by the thread that it is bound to; may be read by others.
 */
public final class Trace {

    private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

    private final Door door;
    private final String host;
    private volatile String requestId;
    private volatile String user;
    private volatile String project;
    private volatile String task;

    private Trace(Door door, String host) {
        this.door = door;
        this.host = host;
    }

    /**
     * Binds a request to this thread.
     *
     * @param host the network address of whoever asks
     */
    public static Trace begin(Door door, String host) {
        var trace = new Trace(door, host);
        CURRENT.set(trace);
        return trace;
    }

    /**
     * Binds a task to this thread.
     *
     * @param requestId of the request that it comes from, null when nobody knows
     */
    public static Trace beginTask(String id, String requestId, String user, String project) {
        var trace = new Trace(null, null);
        trace.task = id;
        trace.requestId = requestId;
        trace.user = user;
        trace.project = project;
        CURRENT.set(trace);
        return trace;
    }

    /** The thread is busy with nothing any more. */
    public static void end() {
        CURRENT.remove();
    }

    /** What this thread is busy with. */
    public static Optional<Trace> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs something on this thread as a part of what is traced here. */
    public void run(Runnable work) {
        var before = CURRENT.get();
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** It is known who asks, on this thread, and under which id. Nothing happens when the thread is busy with nothing. */
    public static void caller(Caller caller) {
        person(caller.user(), caller.project());
        var trace = CURRENT.get();
        if (trace != null) {
            trace.requestId = caller.requestId();
        }
    }

    /** It is known who asks. Nothing happens when the thread is busy with nothing. */
    public static void person(String user, String project) {
        var trace = CURRENT.get();
        if (trace != null) {
            trace.user = user;
            trace.project = project;
        }
    }

    /** The id of what this thread is busy with, or a fresh one. */
    public static String idOfRequest() {
        var trace = CURRENT.get();
        return trace == null ? RequestId.fresh() : trace.requestId();
    }

    /** The id of the request; made up when first asked for. */
    public String requestId() {
        if (requestId == null) {
            requestId = RequestId.fresh();
        }
        return requestId;
    }

    /** The id of the request, when anybody has asked for it. */
    public Optional<String> knownRequestId() {
        return Optional.ofNullable(requestId);
    }

    /** The user's id, when it is known. */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** The id of the project that the user works in, when it is known. */
    public Optional<String> project() {
        return Optional.ofNullable(project);
    }

    /** The id of the task, when it is one. */
    public Optional<String> task() {
        return Optional.ofNullable(task);
    }

    /** The network address of whoever asks; empty for a task. */
    public Optional<String> host() {
        return Optional.ofNullable(host);
    }

    /** The door that the request came through; empty for a task. */
    public Optional<Door> door() {
        return Optional.ofNullable(door);
    }
}
