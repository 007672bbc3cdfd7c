package io.github.predella.rest;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether this node is about to stop. It still serves whatever reaches it, but tells load balancers and clients to go
 * elsewhere. Never taken back; safe for any thread.
 */
@ApplicationScoped
public class Departure {

    private volatile boolean begun;

    public void begin() {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }
}
