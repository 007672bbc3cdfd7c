package io.github.predella.identity.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down the guessing of passwords. Failures are counted for an account from one address, for an address, and for
 * an account from anywhere; beyond an allowance each further failure doubles the time until the next attempt is looked
 * at. The last count has a generous allowance and a short ceiling, so that a stranger cannot lock a user out.
 *
 * <p>Counts are kept by this node in memory, at most 10,000 of each kind, the longest untouched going first; they are
 * forgotten after a quarter of an hour without failure. Safe for use by many threads.
 */
@ApplicationScoped
public class LoginThrottle {

    private static final int REMEMBERED = 10_000;
    private static final Duration FORGET = Duration.ofMinutes(15);

    private final Clock clock;
    private final Tally both = new Tally(5, Duration.ofMinutes(5));
    private final Tally addresses = new Tally(50, Duration.ofMinutes(5));
    private final Tally accounts = new Tally(100, Duration.ofSeconds(30));

    protected LoginThrottle() {
        this(null);
    }

    @Inject
    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long an account must wait at an address; zero when an attempt may be made now. */
    public synchronized Duration waitFor(String account, String address) {
        var now = clock.instant();
        var free = List.of(
                        both.free(key(account, address), now),
                        addresses.free(address, now),
                        accounts.free(account, now))
                .stream()
                .max(Instant::compareTo)
                .orElse(now);
        return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
    }

    /** Counts a failure. */
    public synchronized void failed(String account, String address) {
        var now = clock.instant();
        both.count(key(account, address), now);
        addresses.count(address, now);
        accounts.count(account, now);
    }

    /** Forgets the failures of an account at the address from which it got in. */
    public synchronized void succeeded(String account, String address) {
        both.forget(key(account, address));
    }

    private static String key(String account, String address) {
        return account + '\n' + address;
    }

    private record Failures(int count, Instant last, Instant free) {}

    private static final class Tally {

        private static final int LONGEST_SHIFT = 20;

        private final int allowance;
        private final Duration ceiling;
        private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > REMEMBERED;
            }
        };

        Tally(int allowance, Duration ceiling) {
            this.allowance = allowance;
            this.ceiling = ceiling;
        }

        Instant free(String key, Instant now) {
            var known = known(key, now);
            return known == null ? now : known.free();
        }

        void count(String key, Instant now) {
            var known = known(key, now);
            var count = known == null ? 1 : known.count() + 1;
            failures.put(key, new Failures(count, now, now.plus(delay(count))));
        }

        void forget(String key) {
            failures.remove(key);
        }

        private Failures known(String key, Instant now) {
            var known = failures.get(key);
            return known == null || now.isAfter(known.last().plus(FORGET)) ? null : known;
        }

        private Duration delay(int count) {
            if (count < allowance) {
                return Duration.ZERO;
            }
            var doubled = Duration.ofSeconds(1L << Math.min(count - allowance, LONGEST_SHIFT));
            return doubled.compareTo(ceiling) < 0 ? doubled : ceiling;
        }
    }
}
