package io.github.predella.testing;

import io.github.predella.metadefs.Part;
import io.github.predella.metadefs.PartRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parts of one kind in lists. For one thread. */
final class MemoryParts<P extends Part> implements PartRepository<P> {

    private final Class<P> kind;
    private final Map<Integer, List<P>> parts = new LinkedHashMap<>();

    MemoryParts(Class<P> kind) {
        this.kind = kind;
    }

    @Override
    public List<P> list(int namespace) {
        return List.copyOf(parts.getOrDefault(namespace, List.of()));
    }

    @Override
    public Map<Integer, List<P>> lists(List<Integer> namespaces) {
        return namespaces.stream().distinct().collect(Collectors.toMap(Function.identity(), this::list));
    }

    @Override
    public Optional<P> find(int namespace, String name) {
        return list(namespace).stream().filter(part -> part.name().equals(name)).findFirst();
    }

    @Override
    public List<P> insertAll(int namespace, List<P> wanted, Instant now) {
        return wanted.stream().map(part -> inserted(namespace, part, now)).toList();
    }

    private P inserted(int namespace, P wanted, Instant now) {
        if (find(namespace, wanted.name()).isPresent()) {
            throw new IllegalStateException("the name is taken");
        }
        var stored = kind.cast(wanted.stored(now, null));
        parts.computeIfAbsent(namespace, key -> new ArrayList<>()).add(stored);
        return stored;
    }

    @Override
    public boolean update(int namespace, String name, P wanted, Instant now) {
        var before = find(namespace, name);
        before.ifPresent(part -> parts.get(namespace)
                .replaceAll(one -> one.equals(part) ? kind.cast(wanted.stored(part.createdAt(), now)) : one));
        return before.isPresent();
    }

    @Override
    public boolean delete(int namespace, String name) {
        var before = find(namespace, name);
        before.ifPresent(part -> parts.get(namespace).remove(part));
        return before.isPresent();
    }

    @Override
    public void deleteAll(int namespace) {
        parts.remove(namespace);
    }
}
