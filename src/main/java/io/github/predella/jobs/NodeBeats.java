package io.github.predella.jobs;

import java.time.Instant;

/** The stored signs of life of all processes. Every method wants a running transaction of the caller's. */
public interface NodeBeats {

    /** Notes that a process is alive. */
    void beat(NodeName node, Instant when);

    /** Whether a process gave a sign of life at or after the given time. */
    boolean isAliveSince(String node, Instant time);

    /** Forgets one process: it is not alive any more. Nothing happens when it is not known. */
    void forget(NodeName node);

    /** Forgets processes that gave no sign of life since the given time. */
    void forgetSilentSince(Instant time);
}
