package io.github.predella.testing;

import io.github.predella.core.Page;
import io.github.predella.metadefs.Association;
import io.github.predella.metadefs.MetaObject;
import io.github.predella.metadefs.MetaProperty;
import io.github.predella.metadefs.MetaTag;
import io.github.predella.metadefs.MetadefFaults;
import io.github.predella.metadefs.Namespace;
import io.github.predella.metadefs.NamespaceListing;
import io.github.predella.metadefs.NamespaceQuery;
import io.github.predella.metadefs.NamespaceQuery.SortKey;
import io.github.predella.metadefs.NamespaceQuery.Viewer;
import io.github.predella.metadefs.NamespaceRepository;
import io.github.predella.metadefs.PartRepository;
import io.github.predella.metadefs.ResourceType;
import io.github.predella.metadefs.ResourceTypeRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue in maps. For one thread. */
public final class MemoryCatalogue implements NamespaceRepository {

    private final Map<Integer, Namespace> namespaces = new LinkedHashMap<>();
    private final MemoryParts<MetaObject> objects = new MemoryParts<>(MetaObject.class);
    private final MemoryParts<MetaProperty> properties = new MemoryParts<>(MetaProperty.class);
    private final MemoryParts<MetaTag> tags = new MemoryParts<>(MetaTag.class);
    private final Types types = new Types();
    private int last;

    public PartRepository<MetaObject> objects() {
        return objects;
    }

    public PartRepository<MetaProperty> properties() {
        return properties;
    }

    public PartRepository<MetaTag> tags() {
        return tags;
    }

    public ResourceTypeRepository types() {
        return types;
    }

    @Override
    public Namespace insert(Namespace wanted, Instant now) {
        if (find(wanted.name()).isPresent()) {
            throw new IllegalStateException("the name is taken");
        }
        var stored = wanted.stored(++last, now, null);
        namespaces.put(last, stored);
        return stored;
    }

    @Override
    public Optional<Namespace> find(String name) {
        return namespaces.values().stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst();
    }

    @Override
    public boolean update(int id, Namespace wanted, Instant now) {
        var changed = namespaces.computeIfPresent(id, (key, before) -> wanted.stored(id, before.createdAt(), now));
        return changed != null;
    }

    @Override
    public void delete(int id) {
        objects.deleteAll(id);
        properties.deleteAll(id);
        tags.deleteAll(id);
        types.associations.remove(id);
        namespaces.remove(id);
    }

    @Override
    public void deleteAll() {
        List.copyOf(namespaces.keySet()).forEach(this::delete);
    }

    @Override
    public boolean isEmpty() {
        return namespaces.isEmpty();
    }

    @Override
    public Page<NamespaceListing> page(NamespaceQuery query, Viewer viewer) {
        var order = order(query);
        int limit = query.page().limit();
        var marker = query.page().marker() == null ? null : marker(query.page().marker(), viewer);
        var found = seenBy(viewer)
                .filter(namespace -> query.text() == null || says(namespace, query.text()))
                .filter(namespace -> query.visibility() == null || query.visibility() == namespace.visibility())
                .filter(namespace -> query.types().isEmpty() || isFor(namespace, query.types()))
                .filter(namespace -> marker == null || order.compare(namespace, marker) > 0)
                .sorted(order)
                .limit(limit)
                .map(namespace -> new NamespaceListing(namespace, types.associations(namespace.id())))
                .toList();
        return new Page<>(found, limit > 0 && found.size() == limit);
    }

    private Namespace marker(String name, Viewer viewer) {
        return seenBy(viewer)
                .filter(namespace -> namespace.name().equals(name))
                .findFirst()
                .orElseThrow(() -> MetadefFaults.unknownNamespace(name));
    }

    private Stream<Namespace> seenBy(Viewer viewer) {
        return namespaces.values().stream()
                .filter(namespace -> viewer.all()
                        || namespace.visibility() == Namespace.Visibility.PUBLIC
                        || namespace.owner().isEmpty()
                        || namespace.owner().equals(viewer.project()));
    }

    private static boolean says(Namespace namespace, String text) {
        String all =
                String.join("\n", namespace.name(), orEmpty(namespace.displayName()), orEmpty(namespace.description()));
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private boolean isFor(Namespace namespace, List<String> wanted) {
        return types.associations(namespace.id()).stream().anyMatch(association -> wanted.contains(association.type()));
    }

    private static Comparator<Namespace> order(NamespaceQuery query) {
        Comparator<Namespace> order =
                by(query.sortKey()).thenComparing(Namespace::createdAt).thenComparing(Namespace::id);
        return query.ascending() ? order : order.reversed();
    }

    private static Comparator<Namespace> by(SortKey key) {
        return switch (key) {
            case ID -> Comparator.comparing(Namespace::id);
            case NAMESPACE -> Comparator.comparing(Namespace::name);
            case DISPLAY_NAME -> Comparator.comparing(namespace -> orEmpty(namespace.displayName()));
            case DESCRIPTION -> Comparator.comparing(namespace -> orEmpty(namespace.description()));
            case VISIBILITY ->
                Comparator.comparing(namespace -> namespace.visibility() == null
                        ? ""
                        : namespace.visibility().wireName());
            case PROTECTED -> Comparator.comparing(Namespace::isProtected);
            case OWNER -> Comparator.comparing(Namespace::owner);
            case CREATED_AT -> Comparator.comparing(Namespace::createdAt);
            case UPDATED_AT ->
                Comparator.comparing(
                        namespace -> namespace.updatedAt() == null ? namespace.createdAt() : namespace.updatedAt());
        };
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static final class Types implements ResourceTypeRepository {

        private final Map<String, ResourceType> made = new LinkedHashMap<>();
        private final Map<Integer, List<Association>> associations = new LinkedHashMap<>();

        @Override
        public List<ResourceType> types() {
            return made.values().stream()
                    .sorted(Comparator.comparing(ResourceType::name))
                    .toList();
        }

        @Override
        public List<Association> associations(int namespace) {
            var order = List.copyOf(made.keySet());
            return associations.getOrDefault(namespace, List.of()).stream()
                    .sorted(Comparator.comparing(association -> order.indexOf(association.type())))
                    .toList();
        }

        @Override
        public Association associate(int namespace, Association wanted, boolean protectType, Instant now) {
            made.putIfAbsent(wanted.type(), new ResourceType(wanted.type(), now, null));
            var stored = wanted.stored(now, null);
            associations.computeIfAbsent(namespace, key -> new ArrayList<>()).add(stored);
            return stored;
        }

        @Override
        public boolean update(int namespace, Association wanted, Instant now) {
            var all = associations.getOrDefault(namespace, List.of());
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).type().equals(wanted.type())) {
                    all.set(i, wanted.stored(all.get(i).createdAt(), now));
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean dissociate(int namespace, String type) {
            return associations
                    .getOrDefault(namespace, new ArrayList<>())
                    .removeIf(association -> association.type().equals(type));
        }

        @Override
        public void deleteUnused() {
            made.keySet().removeIf(type -> associations.values().stream()
                    .flatMap(List::stream)
                    .noneMatch(association -> association.type().equals(type)));
        }
    }
}
