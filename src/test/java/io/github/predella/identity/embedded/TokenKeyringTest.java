package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.predella.testing.MemoryTokens;
import io.github.predella.testing.TestingClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenKeyringTest {

    private final TestingClock clock = new TestingClock(java.time.Instant.parse("2026-01-01T00:00:00Z"));
    private final MemoryTokens rows = new MemoryTokens();
    private final TokenKeyring keyring = keyring();

    private TokenKeyring keyring() {
        return new TokenKeyring(new TokenKeyService(rows, clock), clock);
    }

    private List<Integer> ids() {
        return rows.keys().stream().map(TokenKey::id).toList();
    }

    @Test
    void theFirstKeyIsMadeWhenItIsNeededAndSignsAtOnce() {
        var key = keyring.signing();

        assertEquals(1, key.id());
        assertEquals(List.of(key), rows.keys());
    }

    @Test
    void aRestartGoesOnWithTheSameKey() {
        var before = keyring.signing();

        var after = keyring().signing();

        assertEquals(before, after);
    }

    @Test
    void aNewKeySignsOnlyWhenAllNodesHaveHadTimeToReadIt() {
        keyring.signing();
        clock.advance(Duration.ofDays(31));

        var atOnce = keyring.signing();
        clock.advance(Duration.ofMinutes(3));

        assertEquals(1, atOnce.id());
        assertEquals(2, keyring.signing().id());
    }

    @Test
    void theKeyBeforeTheNewestIsKeptAndOlderOnesGo() {
        for (int i = 0; i < 4; i++) {
            keyring.signing();
            clock.advance(Duration.ofDays(31));
        }

        assertEquals(List.of(3, 4), ids());
    }

    @Test
    void aNodeThatLosesTheRaceForANewKeyTakesTheOthers() {
        var other = keyring();
        keyring.signing();
        other.signing();
        clock.advance(Duration.ofDays(31));
        rows.insert(TokenKey.fresh(2, clock.instant()));

        var key = other.signing();

        assertEquals(1, key.id());
        assertEquals(List.of(1, 2), ids());
    }

    @Test
    void anUnknownKeyIsLookedForOnceASecond() {
        keyring.signing();

        var early = keyring.find(2);
        rows.insert(TokenKey.fresh(2, clock.instant()));
        var tooSoon = keyring.find(2);
        clock.advance(Duration.ofMillis(1_001));

        assertNull(early);
        assertNull(tooSoon);
        assertEquals(2, keyring.find(2).id());
    }
}
