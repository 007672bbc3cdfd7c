package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.TestingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final TestingClock clock = new TestingClock(java.time.Instant.parse("2026-01-01T00:00:00Z"));
    private final LoginThrottle throttle = new LoginThrottle(clock);

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(account, address);
        }
    }

    @Test
    void theFirstFailuresAreFree() {
        fail(4, "a", "x");

        assertEquals(Duration.ZERO, throttle.waitFor("a", "x"));
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToFiveMinutes() {
        fail(5, "a", "x");
        var first = throttle.waitFor("a", "x");
        fail(3, "a", "x");
        var fourth = throttle.waitFor("a", "x");
        fail(30, "a", "x");

        assertEquals(Duration.ofSeconds(1), first);
        assertEquals(Duration.ofSeconds(8), fourth);
        assertEquals(Duration.ofMinutes(5), throttle.waitFor("a", "x"));
    }

    @Test
    void waitingIsEnough() {
        fail(6, "a", "x");

        clock.advance(Duration.ofSeconds(2));

        assertEquals(Duration.ZERO, throttle.waitFor("a", "x"));
    }

    @Test
    void successForgetsTheFailuresOfTheAccountThere() {
        fail(10, "a", "x");

        throttle.succeeded("a", "x");

        assertEquals(Duration.ZERO, throttle.waitFor("a", "x"));
    }

    @Test
    void aQuarterOfAnHourForgetsThem() {
        fail(40, "a", "x");

        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        fail(1, "a", "x");

        assertEquals(Duration.ZERO, throttle.waitFor("a", "x"));
    }

    @Test
    void anAddressThatTriesManyAccountsWaitsForAllOfThem() {
        for (int i = 0; i < 51; i++) {
            throttle.failed("a" + i, "x");
        }

        assertEquals(Duration.ofSeconds(2), throttle.waitFor("fresh", "x"));
        assertEquals(Duration.ZERO, throttle.waitFor("fresh", "y"));
    }

    @Test
    void anAccountAttackedFromManyAddressesWaitsHalfAMinuteAtMost() {
        for (int i = 0; i < 1_000; i++) {
            throttle.failed("a", "x" + i);
        }

        assertEquals(Duration.ofSeconds(30), throttle.waitFor("a", "fresh"));
    }

    @Test
    void theLongestUntouchedFailuresAreForgottenWhenThereAreTooMany() {
        fail(10, "a", "x");
        for (int i = 0; i < 10_000; i++) {
            throttle.failed("b" + i, "y" + i);
        }

        assertEquals(Duration.ZERO, throttle.waitFor("a", "x"));
    }
}
