package io.github.predella.testing;

import io.github.predella.jobs.Lease;
import io.github.predella.jobs.LeaseRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases in a map, by a clock that all share. */
public final class MemoryLeases implements LeaseRepository {

    private record Held(Lease lease, Instant expires) {}

    private final Map<String, Held> held = new HashMap<>();
    private final Clock clock;

    public MemoryLeases(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Optional<Lease> take(String name, String owner, Instant now, Instant expires) {
        var before = held.get(name);
        if (before != null && !before.expires().isBefore(now)) {
            return Optional.empty();
        }
        var lease = new Lease(name, owner, before == null ? 0 : before.lease().epoch() + 1);
        held.put(name, new Held(lease, expires));
        return Optional.of(lease);
    }

    @Override
    public boolean extend(Lease lease, Instant expires) {
        var now = held.get(lease.name());
        boolean ours = now != null && now.lease().equals(lease);
        if (ours) {
            held.put(lease.name(), new Held(lease, expires));
        }
        return ours;
    }
}
