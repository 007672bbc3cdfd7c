package io.github.predella.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Seconds;
import io.github.predella.testing.MemorySessions;
import io.github.predella.testing.TestingClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionServiceTest {

    private final TestingClock clock = new TestingClock();
    private final MemorySessions rows = new MemorySessions();
    private final SessionService sessions =
            new SessionService(rows, new SessionSettings(new Seconds(600), new Seconds(3600)), clock);

    @Test
    void whoHasTheCookieHasTheToken() {
        var key = sessions.begin("token");

        assertEquals(
                Optional.of("token"), sessions.token(SessionKey.of(key.text()).orElseThrow()));
        assertEquals(Optional.empty(), sessions.token(SessionKey.fresh()));
    }

    @Test
    void storedSessionDoesNotTellItsToken() {
        var key = sessions.begin("token");

        var stored = rows.find(key.id()).orElseThrow();

        assertEquals(Optional.empty(), SessionKey.fresh().open(stored.token()));
    }

    @Test
    void sessionEndsWhenNobodyUsesIt() {
        var key = sessions.begin("token");

        clock.advance(Duration.ofSeconds(599));
        var used = sessions.token(key);
        clock.advance(Duration.ofSeconds(599));
        var usedAgain = sessions.token(key);
        clock.advance(Duration.ofSeconds(601));
        var unused = sessions.token(key);

        assertEquals(Optional.of("token"), used);
        assertEquals(Optional.of("token"), usedAgain);
        assertEquals(Optional.empty(), unused);
    }

    @Test
    void sessionEndsHoweverMuchItIsUsed() {
        var key = sessions.begin("token");

        for (int minute = 1; minute < 60; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertEquals(Optional.of("token"), sessions.token(key));
        }
        clock.advance(Duration.ofSeconds(61));

        assertEquals(Optional.empty(), sessions.token(key));
        assertEquals(1, sessions.forgetEnded());
    }

    @Test
    void tokenIsReplacedAndSessionIsEnded() {
        var key = sessions.begin("token");

        sessions.replaceToken(key, "other");
        var replaced = sessions.token(key);
        sessions.end(key);

        assertEquals(Optional.of("other"), replaced);
        assertEquals(Optional.empty(), sessions.token(key));
    }

    @Test
    void timesThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SessionSettings(new Seconds(59), new Seconds(3600)));
        assertThrows(IllegalArgumentException.class, () -> new SessionSettings(new Seconds(600), new Seconds(599)));
    }

    @Nested
    class InMemory implements SessionRepositoryContract {

        private final MemorySessions memory = new MemorySessions();

        @Override
        public SessionRepository sessions() {
            return memory;
        }

        @Override
        public <T> T in(Supplier<T> work) {
            return work.get();
        }
    }
}
