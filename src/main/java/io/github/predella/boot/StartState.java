package io.github.predella.boot;

import jakarta.enterprise.context.ApplicationScoped;

/** How far the start has come. Safe for any thread. */
@ApplicationScoped
public class StartState {

    private volatile boolean complete;

    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }
}
