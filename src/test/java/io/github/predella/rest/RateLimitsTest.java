package io.github.predella.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.testing.TestingClock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {

    private final TestingClock clock = new TestingClock();
    private final RateLimits limits =
            new RateLimits(new RateSettings(Map.of("reads", "60", "writes", "2", "logins", "1")), clock);

    @Test
    void aMinutesAllowanceMayBeUsedAtOnce() {
        take(RateLimits.Kind.READS, "a", 60);

        assertEquals(Duration.ofSeconds(1), refused(RateLimits.Kind.READS, "a"));
    }

    @Test
    void theBucketFillsEvenly() {
        take(RateLimits.Kind.WRITES, "a", 2);

        clock.advance(Duration.ofSeconds(29));
        assertEquals(Duration.ofSeconds(1), refused(RateLimits.Kind.WRITES, "a"));
        clock.advance(Duration.ofSeconds(1));
        take(RateLimits.Kind.WRITES, "a", 1);

        assertEquals(Duration.ofSeconds(30), refused(RateLimits.Kind.WRITES, "a"));
    }

    @Test
    void theBucketHoldsNoMoreThanAMinute() {
        clock.advance(Duration.ofDays(3));
        take(RateLimits.Kind.WRITES, "a", 2);

        assertEquals(Duration.ofSeconds(30), refused(RateLimits.Kind.WRITES, "a"));
    }

    @Test
    void aRefusedRequestCostsNothing() {
        take(RateLimits.Kind.LOGINS, "a", 1);
        for (int i = 0; i < 10; i++) {
            refused(RateLimits.Kind.LOGINS, "a");
        }

        clock.advance(Duration.ofMinutes(1));

        take(RateLimits.Kind.LOGINS, "a", 1);
    }

    @Test
    void callersAndKindsAreCountedApart() {
        take(RateLimits.Kind.LOGINS, "a", 1);

        take(RateLimits.Kind.LOGINS, "b", 1);
        take(RateLimits.Kind.WRITES, "a", 2);
    }

    @Test
    void knownCallersCountByUserAndProjectOthersByAddress() {
        for (String project : new String[] {"one", "two"}) {
            limits.count(caller("user", project), "POST", "1.2.3.4");
            limits.count(caller("user", project), "DELETE", "1.2.3.4");
        }
        limits.count(Caller.anonymous("id"), "POST", "1.2.3.4");
        limits.count(Caller.anonymous("id"), "POST", "1.2.3.5");

        assertThrows(Fault.class, () -> limits.count(caller("user", "one"), "PUT", "9.9.9.9"));
        limits.count(Caller.anonymous("id"), "POST", "1.2.3.4");
        assertThrows(Fault.class, () -> limits.count(Caller.anonymous("id"), "POST", "1.2.3.4"));
        limits.count(caller("user", "one"), "GET", "9.9.9.9");
    }

    @Test
    void aCrowdPushesOutThoseWhoWereQuietLongest() {
        take(RateLimits.Kind.LOGINS, "early", 1);
        take(RateLimits.Kind.LOGINS, "late", 1);
        for (int i = 0; i < 9_999; i++) {
            take(RateLimits.Kind.LOGINS, "crowd " + i, 1);
        }

        take(RateLimits.Kind.LOGINS, "early", 1);
        assertEquals(Duration.ofMinutes(1), refused(RateLimits.Kind.LOGINS, "crowd 9998"));
    }

    @Test
    void withoutASettingThereIsNoLimit() {
        var none = new RateLimits(new RateSettings(Map.of()), clock);

        for (int i = 0; i < 10_000; i++) {
            none.count(RateLimits.Kind.LOGINS, "a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reads:0", "reads:-1", "reads:x", "reads:1000001", "others:1", "reads:"})
    void aLimitThatIsNoneStopsTheStart(String text) {
        int colon = text.indexOf(':');
        var wrong = Map.of(text.substring(0, colon), text.substring(colon + 1));

        var refusal = assertThrows(IllegalArgumentException.class, () -> new RateSettings(wrong));

        assertTrue(refusal.getMessage().startsWith("rate_limits has "));
    }

    private void take(RateLimits.Kind kind, String who, int times) {
        for (int i = 0; i < times; i++) {
            limits.count(kind, who);
        }
    }

    private Duration refused(RateLimits.Kind kind, String who) {
        var fault = assertThrows(Fault.class, () -> limits.count(kind, who));
        assertEquals(Fault.Kind.LIMIT_REACHED, fault.kind());
        return fault.waitTime();
    }

    private static Caller caller(String user, String project) {
        return new Caller(user, project, null, false, Set.of(), Set.of(), null, false, "id");
    }
}
