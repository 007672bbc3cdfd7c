package io.github.predella.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link LeaseRepository} promises. */
public interface LeaseRepositoryContract {

    Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** The leases, none when a test begins. */
    LeaseRepository leases();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    /** Takes the lease of a job for a minute. */
    default Optional<Lease> take(String owner, Instant now) {
        return in(() -> leases().take("job", owner, now, now.plusSeconds(60)));
    }

    @Test
    default void leaseIsTakenByOneUntilItsTimeIsOver() {
        var first = take("n1", NOON).orElseThrow();

        assertEquals(Optional.empty(), take("n2", NOON.plusSeconds(60)));
        assertEquals(Optional.empty(), take("n1", NOON.plusSeconds(60)));
        var second = take("n2", NOON.plusSeconds(61)).orElseThrow();

        assertEquals("n1", first.owner());
        assertEquals("n2", second.owner());
        assertTrue(second.epoch() > first.epoch());
    }

    @Test
    default void leasesOfDifferentNamesAreApart() {
        take("n1", NOON);

        var other = in(() -> leases().take("other", "n2", NOON, NOON.plusSeconds(60)));

        assertEquals("other", other.orElseThrow().name());
    }

    @Test
    default void renewedLeaseLastsLonger() {
        var lease = take("n1", NOON).orElseThrow();

        boolean renewed = in(() -> leases().extend(lease, NOON.plusSeconds(90)));

        assertTrue(renewed);
        assertEquals(Optional.empty(), take("n2", NOON.plusSeconds(90)));
        assertTrue(take("n2", NOON.plusSeconds(91)).isPresent());
    }

    @Test
    default void leaseCanEndSooner() {
        var lease = take("n1", NOON).orElseThrow();

        in(() -> leases().extend(lease, NOON));

        assertTrue(take("n2", NOON.plusSeconds(1)).isPresent());
    }

    @Test
    default void lateWriterLosesItsLease() {
        var late = take("n1", NOON).orElseThrow();
        take("n2", NOON.plusSeconds(61));
        take("n1", NOON.plusSeconds(200));

        boolean renewed = in(() -> leases().extend(late, NOON.plusSeconds(999)));

        assertFalse(renewed);
        assertTrue(take("n2", NOON.plusSeconds(300)).isPresent());
    }

    @Test
    default void leaseThatNobodyTookCanBeRenewedLate() {
        var lease = take("n1", NOON).orElseThrow();

        boolean renewed = in(() -> leases().extend(lease, NOON.plusSeconds(500)));

        assertTrue(renewed);
        assertEquals(Optional.empty(), take("n2", NOON.plusSeconds(499)));
    }

    @Test
    default void sharedClockGoesOn() {
        var first = in(() -> leases().now());
        var second = in(() -> leases().now());

        assertFalse(second.isBefore(first));
        assertTrue(Duration.between(first, second).compareTo(Duration.ofMinutes(1)) < 0);
    }
}
