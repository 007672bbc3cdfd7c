package io.github.predella.rest;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Holds callers to a number of requests a minute. Each has, for each kind of request, a bucket with the allowance of one
 * minute, which fills again evenly; a request takes one from it, however long it then runs and however much it moves.
 *
 * <p>Kept by this node in memory, at most 10,000 callers of each kind, the longest unheard going first with a full
 * bucket. Safe for use by many threads.
 */
@ApplicationScoped
public class RateLimits {

    private static final int REMEMBERED = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What is counted apart. */
    public enum Kind {
        READS,
        WRITES,
        /** Requests for tokens. */
        LOGINS;

        /** What a method does to anything but tokens. */
        public static Kind of(String method) {
            return READING.contains(method) ? READS : WRITES;
        }
    }

    private final Clock clock;
    private final Map<Kind, Buckets> buckets = new EnumMap<>(Kind.class);

    protected RateLimits() {
        this(new RateSettings(Map.of()), null);
    }

    @Inject
    public RateLimits(RateSettings settings, Clock clock) {
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            if (settings.of(kind) > 0) {
                buckets.put(kind, new Buckets(settings.of(kind)));
            }
        }
    }

    /**
     * Counts a request of somebody who is known.
     *
     * @param method of the request
     * @param address where it comes from; counts when the caller is nobody in particular
     * @throws Fault LIMIT_REACHED when it is one too many
     */
    public void count(Caller caller, String method, String address) {
        String who = caller.user() == null ? address : caller.user() + '\n' + caller.project();
        count(Kind.of(method), who);
    }

    /**
     * Counts a request.
     *
     * @param who makes it: an address, or whatever tells callers apart
     * @throws Fault LIMIT_REACHED when it is one too many
     */
    public void count(Kind kind, String who) {
        var limited = buckets.get(kind);
        var wait = limited == null ? Duration.ZERO : limited.take(who, clock.instant());
        if (!wait.isZero()) {
            throw Fault.limitReached("There were too many requests in the last minute.", wait);
        }
    }

    /** Buckets as the times since when they would have been filling, had they been empty then. */
    private static final class Buckets {

        private final Duration each;
        private final Map<String, Instant> known = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                return size() > REMEMBERED;
            }
        };

        Buckets(int perMinute) {
            each = MINUTE.dividedBy(perMinute);
        }

        /** Takes one; zero when there was one, otherwise how long it takes until there is. */
        synchronized Duration take(String who, Instant now) {
            var full = now.minus(MINUTE);
            var bucket = known.get(who);
            var empty = bucket == null || bucket.isBefore(full) ? full : bucket;
            var next = empty.plus(each);
            if (next.isAfter(now)) {
                return Duration.between(now, next);
            }
            known.put(who, next);
            return Duration.ZERO;
        }
    }
}
