package io.github.predella.flow;

import java.io.IOException;

/**
 * A question that a long transfer asks now and then: is this still wanted? The answer no is an exception, usually a
 * {@link io.github.predella.core.Fault}, which ends the transfer.
 */
@FunctionalInterface
public interface Checkpoint {

    void pass() throws IOException;
}
