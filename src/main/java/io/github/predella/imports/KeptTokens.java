package io.github.predella.imports;

import io.github.predella.config.Secret;
import io.github.predella.core.Caller;
import io.github.predella.jobs.NodeName;
import io.github.predella.tasks.ServedPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens with which tasks will act for their callers. They are kept in the memory of the process that took the
 * request, and nowhere else, so only that process can do such a task: it is a place of its own. Safe for any thread.
 */
@ApplicationScoped
public class KeptTokens implements ServedPlaces {

    static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofHours(24);

    // Guarded by this; the oldest come first.
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    private NodeName node;
    private Clock clock;

    /** For the container's proxy only. */
    protected KeptTokens() {}

    @Inject
    public KeptTokens(NodeName node, Clock clock) {
        this.node = node;
        this.clock = clock;
    }

    /**
     * A token and whose it is.
     *
     * @param until when it is forgotten, used or not
     */
    record Kept(Caller caller, Secret token, Instant until) {}

    /** The place that a task must have whose token is kept here. */
    String place() {
        return ServedPlaces.ofProcess(node);
    }

    @Override
    public Set<String> ids() {
        return Set.of(place());
    }

    /** Keeps a token for a task until it ends, a day at most. When there are too many, the oldest are forgotten. */
    synchronized void keep(String task, Caller caller, Secret token) {
        if (token == null) {
            throw ImportFaults.tokenGone();
        }
        var now = clock.instant();
        kept.values().removeIf(other -> !other.until().isAfter(now));
        if (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        var longest = now.plus(LONGEST);
        boolean endsBefore = caller.expires() != null && caller.expires().isBefore(longest);
        kept.put(task, new Kept(caller, token, endsBefore ? caller.expires() : longest));
    }

    /** What was kept for a task; it is forgotten here now. Empty also when it has ended. */
    synchronized Optional<Kept> take(String task) {
        return Optional.ofNullable(kept.remove(task))
                .filter(found -> found.until().isAfter(clock.instant()));
    }
}
