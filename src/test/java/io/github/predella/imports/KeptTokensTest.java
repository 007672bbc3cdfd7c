package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Secret;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.jobs.NodeName;
import io.github.predella.tasks.ServedPlaces;
import io.github.predella.testing.Callers;
import io.github.predella.testing.TestingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptTokensTest {

    private static final Secret TOKEN = new Secret("t");
    private static final Caller ALICE = Callers.member("p1");

    private final TestingClock clock = new TestingClock();
    private final KeptTokens tokens = new KeptTokens(new NodeName("n1"), clock);

    /** Alice with a token that ends then. */
    private static Caller until(Instant end) {
        return new Caller("u", "p1", null, false, Set.of("member"), Set.of(), end, false, "req-1");
    }

    @Test
    void tokenIsThereOnce() {
        tokens.keep("task", ALICE, TOKEN);

        var kept = tokens.take("task").orElseThrow();

        assertEquals(TOKEN, kept.token());
        assertEquals(ALICE, kept.caller());
        assertEquals(Optional.empty(), tokens.take("task"));
        assertEquals(Optional.empty(), tokens.take("other"));
    }

    @Test
    void tokenIsForgottenWhenItEnds() {
        tokens.keep("task", until(clock.instant().plusSeconds(10)), TOKEN);
        clock.advance(Duration.ofSeconds(10));

        assertEquals(Optional.empty(), tokens.take("task"));
    }

    @Test
    void tokenThatDoesNotEndIsForgottenAfterADay() {
        tokens.keep("early", ALICE, TOKEN);
        tokens.keep("late", ALICE, TOKEN);
        clock.advance(Duration.ofHours(24).minusSeconds(1));

        assertTrue(tokens.take("early").isPresent());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), tokens.take("late"));
    }

    @Test
    void thereAreNeverTooMany() {
        for (int i = 0; i <= KeptTokens.MOST; i++) {
            tokens.keep("task" + i, ALICE, TOKEN);
        }

        assertEquals(Optional.empty(), tokens.take("task0"));
        assertTrue(tokens.take("task1").isPresent());
        assertTrue(tokens.take("task" + KeptTokens.MOST).isPresent());
    }

    @Test
    void nobodyElseServesThePlace() {
        var other = new KeptTokens(new NodeName("n2"), clock);

        assertEquals(Set.of(tokens.place()), tokens.ids());
        assertFalse(other.ids().contains(tokens.place()));
        assertEquals(Optional.of(new NodeName("n1")), ServedPlaces.process(tokens.place()));
    }

    @Test
    void requestWithoutATokenIsRefused() {
        assertThrows(Fault.class, () -> tokens.keep("task", ALICE, null));
    }

    @Test
    void tokenDoesNotShow() {
        tokens.keep("task", ALICE, new Secret("very secret"));

        assertFalse(tokens.take("task").orElseThrow().toString().contains("very secret"));
    }
}
