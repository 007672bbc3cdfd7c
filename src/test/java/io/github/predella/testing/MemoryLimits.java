package io.github.predella.testing;

import io.github.predella.core.Fault;
import io.github.predella.identity.embedded.LimitRepository;
import io.github.predella.identity.embedded.StoredLimit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Limits in a map. */
public final class MemoryLimits implements LimitRepository {

    private final Map<String, StoredLimit> limits = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredLimit> find(String id) {
        return Optional.ofNullable(limits.get(id));
    }

    @Override
    public List<StoredLimit> defaults() {
        return those(limit -> limit.project() == null);
    }

    @Override
    public List<StoredLimit> ofProjects(String project, int most) {
        return those(limit -> limit.project() != null && (project == null || project.equals(limit.project()))).stream()
                .limit(most)
                .toList();
    }

    @Override
    public List<StoredLimit> effective(String project) {
        return those(limit -> limit.project() == null || limit.project().equals(project));
    }

    @Override
    public void insert(StoredLimit limit) {
        if (!those(other -> Objects.equals(other.project(), limit.project()) && other.resource() == limit.resource())
                .isEmpty()) {
            throw Fault.conflict("there is such a limit");
        }
        limits.put(limit.id(), limit);
    }

    @Override
    public void update(StoredLimit limit) {
        limits.computeIfPresent(limit.id(), (id, before) -> limit);
    }

    @Override
    public void delete(String id) {
        limits.remove(id);
    }

    @Override
    public void deleteOf(String project) {
        limits.values().removeIf(limit -> project.equals(limit.project()));
    }

    private List<StoredLimit> those(Predicate<StoredLimit> wanted) {
        return limits.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing((StoredLimit limit) -> limit.project() == null ? "" : limit.project())
                        .thenComparing(limit -> limit.resource().wireName()))
                .toList();
    }
}
