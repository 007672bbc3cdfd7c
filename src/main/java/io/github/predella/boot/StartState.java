package io.github.predella.boot;

import jakarta.enterprise.context.ApplicationScoped;

/** How far the start has come: the parts first, then the server opens the application to requests. Safe for any thread. */
@ApplicationScoped
public class StartState {

    private volatile boolean complete;
    private volatile boolean open;

    void complete() {
        complete = true;
    }

    /** To be told of each request that comes in. */
    void open() {
        if (!open) {
            open = true;
        }
    }

    /** Whether every part has started. */
    boolean isComplete() {
        return complete;
    }

    /**
     * Whether requests reach the application. Until one has, the server answers those for the application by itself; it
     * begins to ask for its health earlier.
     */
    boolean isOpen() {
        return complete && open;
    }
}
