package io.github.predella.identity.keystone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What Keystone has answered lately, for a while and no more of it than a given number. Who asks for something that
 * somebody else is asking for waits for that answer. Safe for use by many threads.
 *
 * @param <V> what is remembered
 */
final class Memory<V> {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Clock clock;
    private final int most;

    // Both guarded by this.
    private final Map<String, Learnt<V>> kept = new HashMap<>();
    private final Map<String, CompletableFuture<V>> asked = new HashMap<>();

    /** @param most how many answers are kept */
    Memory(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /**
     * An answer.
     *
     * @param until how long it may be believed
     * @param precious whether it is kept while there are others to forget
     */
    record Learnt<V>(V value, Instant until, boolean precious) {}

    /** What is remembered, or else what the source says; its failure is not remembered. */
    V get(String key, Supplier<Learnt<V>> source) {
        var mine = new CompletableFuture<V>();
        CompletableFuture<V> others;
        synchronized (this) {
            var known = kept.get(key);
            if (known != null && clock.instant().isBefore(known.until())) {
                return known.value();
            }
            others = asked.putIfAbsent(key, mine);
        }
        return others == null ? learn(key, source, mine) : await(others);
    }

    private V learn(String key, Supplier<Learnt<V>> source, CompletableFuture<V> mine) {
        try {
            var learnt = source.get();
            keep(key, learnt, mine);
            mine.complete(learnt.value());
            return learnt.value();
        } catch (RuntimeException failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            synchronized (this) {
                asked.remove(key, mine);
            }
            mine.cancel(false);
        }
    }

    private synchronized void keep(String key, Learnt<V> learnt, CompletableFuture<V> mine) {
        // What was forgotten while it was asked for is not kept after all.
        if (asked.get(key) == mine) {
            makeRoom();
            kept.put(key, learnt);
        }
    }

    private void makeRoom() {
        if (kept.size() >= most) {
            var now = clock.instant();
            kept.values().removeIf(learnt -> !now.isBefore(learnt.until()));
        }
        if (kept.size() >= most) {
            kept.values().removeIf(learnt -> !learnt.precious());
        }
        if (kept.size() >= most) {
            kept.clear();
        }
    }

    private static <V> V await(CompletableFuture<V> others) {
        try {
            return others.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
        } catch (TimeoutException tooLong) {
            throw KeystoneFaults.unavailable("others have waited for the same for too long");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw KeystoneFaults.unavailable("interrupted");
        }
    }

    /** What is remembered and may still be believed, or null. */
    synchronized V peek(String key) {
        var known = kept.get(key);
        return known != null && clock.instant().isBefore(known.until()) ? known.value() : null;
    }

    /** Forgets one answer, also one that is on its way. */
    synchronized void forget(String key) {
        kept.remove(key);
        asked.remove(key);
    }
}
