package io.github.predella.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link SessionRepository} promises. */
public interface SessionRepositoryContract {

    Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** The sessions, none when a test begins. */
    SessionRepository sessions();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    /** Runs work in one transaction. */
    default void in(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }

    /** Stores a session that was begun at noon and seen so many seconds later. */
    default StoredSession stored(String id, int seen) {
        var session = new StoredSession(id, "sealed", NOON, NOON.plusSeconds(seen));
        in(() -> sessions().insert(session));
        return session;
    }

    @Test
    default void sessionIsFoundAsItWasStored() {
        var session = stored("one", 5);

        assertEquals(Optional.of(session), in(() -> sessions().find("one")));
        assertEquals(Optional.empty(), in(() -> sessions().find("two")));
    }

    @Test
    default void useAndTokenChangeWithoutEachOther() {
        stored("one", 0);

        in(() -> sessions().see("one", NOON.plusSeconds(60)));
        in(() -> sessions().replaceToken("one", "other"));

        var expected = new StoredSession("one", "other", NOON, NOON.plusSeconds(60));
        assertEquals(Optional.of(expected), in(() -> sessions().find("one")));
    }

    @Test
    default void endedSessionIsGoneAndStaysGone() {
        stored("one", 0);

        in(() -> sessions().delete("one"));
        in(() -> sessions().delete("one"));
        in(() -> sessions().see("one", NOON));
        in(() -> sessions().replaceToken("one", "other"));

        assertEquals(Optional.empty(), in(() -> sessions().find("one")));
    }

    @Test
    default void unusedAndOldOnesAreForgotten() {
        stored("unused", 10);
        stored("used", 20);

        int unused = in(() -> sessions().deleteUnused(NOON.plusSeconds(20), NOON));
        var kept = in(() -> sessions().find("used"));
        int old = in(() -> sessions().deleteUnused(NOON, NOON.plusSeconds(1)));

        assertEquals(1, unused);
        assertEquals("used", kept.orElseThrow().id());
        assertEquals(1, old);
    }
}
