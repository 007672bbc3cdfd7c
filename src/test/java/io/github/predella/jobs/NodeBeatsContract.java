package io.github.predella.jobs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link NodeBeats} promises. */
public interface NodeBeatsContract {

    Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    NodeName NODE = new NodeName("node-a");

    /** The signs of life, none when a test begins. */
    NodeBeats beats();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default void beat(Instant when) {
        in(() -> {
            beats().beat(NODE, when);
            return null;
        });
    }

    default boolean aliveSince(Instant time) {
        return in(() -> beats().isAliveSince("node-a", time));
    }

    @Test
    default void aNodeIsAliveSinceItsLastSign() {
        beat(NOON);
        beat(NOON.plusSeconds(10));
        beat(NOON.plusSeconds(10));

        assertTrue(aliveSince(NOON.plusSeconds(10)));
        assertFalse(aliveSince(NOON.plusSeconds(11)));
        assertFalse(in(() -> beats().isAliveSince("node-b", NOON)));
    }

    @Test
    default void nodeThatLeavesIsNotAliveAnyMore() {
        beat(NOON);

        in(() -> {
            beats().forget(NODE);
            beats().forget(new NodeName("node-b"));
            return null;
        });

        assertFalse(aliveSince(NOON.minusSeconds(100)));
    }

    @Test
    default void silentNodesAreForgotten() {
        beat(NOON);

        in(() -> {
            beats().forgetSilentSince(NOON);
            return null;
        });
        assertTrue(aliveSince(NOON));

        in(() -> {
            beats().forgetSilentSince(NOON.plusSeconds(1));
            return null;
        });
        assertFalse(aliveSince(NOON.minusSeconds(100)));
    }
}
