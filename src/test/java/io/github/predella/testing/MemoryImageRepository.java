package io.github.predella.testing;

import io.github.predella.core.Page;
import io.github.predella.images.Image;
import io.github.predella.images.ImageCount;
import io.github.predella.images.ImageFacets;
import io.github.predella.images.ImageFacets.Facet;
import io.github.predella.images.ImageFaults;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageRepository;
import io.github.predella.images.Member;
import io.github.predella.images.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger of images in a map, together with the memberships that decide who finds what. */
public final class MemoryImageRepository implements ImageRepository {

    private final Map<String, Image> images = new LinkedHashMap<>();
    private final MemoryMemberRepository members;
    private final Map<String, List<Member>> formerMembers = new HashMap<>();
    private long lastRow;

    public MemoryImageRepository(MemoryMemberRepository members) {
        this.members = members;
    }

    /** All images, also those that are gone. */
    public Stream<Image> all() {
        return images.values().stream();
    }

    @Override
    public Optional<Image> find(String id) {
        return Optional.ofNullable(images.get(id)).filter(image -> !image.isGone());
    }

    @Override
    public void hold(String id) {
        // One thread at a time uses this.
    }

    @Override
    public boolean isTaken(String id) {
        return images.containsKey(id);
    }

    @Override
    public boolean isMember(String id, String project) {
        return members.find(id, project).isPresent();
    }

    @Override
    public Page<Image> page(ImageQuery query, Viewer viewer) {
        var wanted = MemorySearch.order(query.order());
        boolean backwards = query.page().backwards();
        var order = backwards ? wanted.reversed() : wanted;
        var marker = query.page().marker() == null ? null : marker(query.page().marker(), viewer);
        int limit = query.page().limit();
        var found = matching(query, viewer)
                .filter(image -> marker == null || order.compare(image, marker) > 0)
                .sorted(order)
                .limit(limit)
                .sorted(wanted)
                .toList();
        return new Page<>(found, limit > 0 && found.size() == limit);
    }

    @Override
    public ImageCount count(ImageQuery query, Viewer viewer, int atMost) {
        return ImageCount.of((int) matching(query, viewer).count(), atMost);
    }

    @Override
    public ImageFacets facets(ImageQuery query, Viewer viewer, Set<Facet> wanted, int among) {
        var newest = matching(query, viewer)
                .sorted(MemorySearch.order(ImageQuery.completed(List.of(), false)))
                .limit(among)
                .toList();
        var values = new EnumMap<Facet, List<ImageFacets.Value>>(Facet.class);
        for (Facet facet : wanted) {
            values.put(
                    facet,
                    ImageFacets.commonest(newest.stream()
                            .flatMap(image -> MemorySearch.values(image, facet))
                            .collect(Collectors.groupingBy(value -> value, Collectors.counting()))));
        }
        return new ImageFacets(values, among);
    }

    private Stream<Image> matching(ImageQuery query, Viewer viewer) {
        return images.values().stream().filter(new MemorySearch(query, viewer, members)::finds);
    }

    private Image marker(String id, Viewer viewer) {
        var image = images.get(id);
        if (image == null || (image.isGone() && !viewer.administrator())) {
            throw ImageFaults.unknownMarker(id);
        }
        if (!viewer.finds(image.owner(), image.visibility(), () -> isMember(id, viewer.project()))) {
            throw ImageFaults.foreignMarker(id);
        }
        return image;
    }

    @Override
    public void insert(Image image) {
        if (images.putIfAbsent(image.id(), numbered(image)) != null) {
            throw new IllegalStateException("the id is taken");
        }
    }

    @Override
    public boolean update(Image before, Image after) {
        var stored = images.get(after.id());
        if (stored == null || stored.isGone() || stored.status() != before.status()) {
            return false;
        }
        var merged = new Image(
                stored.id(),
                after.status(),
                MemoryMerge.details(stored.details(), before.details(), after.details()),
                MemoryMerge.content(stored.content(), before.content(), after.content()),
                locations(stored, before, after),
                stored.createdAt(),
                after.updatedAt());
        images.put(merged.id(), numbered(merged));
        return true;
    }

    private static List<ImageLocation> locations(Image stored, Image before, Image after) {
        var kept = after.locations().stream().map(ImageLocation::row).collect(Collectors.toSet());
        var dropped = before.locations().stream()
                .map(ImageLocation::row)
                .filter(row -> !kept.contains(row))
                .toList();
        var result = new ArrayList<>(stored.locations());
        result.removeIf(location -> dropped.contains(location.row()));
        result.replaceAll(location -> after.locations().stream()
                .filter(changed -> Objects.equals(changed.row(), location.row()))
                .findFirst()
                .orElse(location));
        after.locations().stream().filter(location -> location.row() == null).forEach(result::add);
        return result;
    }

    @Override
    public boolean move(String id, Image.Status from, Image.Status to, Instant when) {
        return change(id, from, image -> image.with(to).updatedAt(when));
    }

    @Override
    public boolean markGone(String id, Image.Status from, Image.Status to, Instant when) {
        boolean gone = change(id, from, image -> image.with(to).updatedAt(when));
        if (gone) {
            formerMembers.put(id, members.deleteAll(id));
        }
        return gone;
    }

    /** Puts another image in the place of one that is gone. */
    void replaceGone(Image image) {
        images.put(image.id(), image);
        if (!image.isGone()) {
            formerMembers.remove(image.id()).forEach(members::insert);
        }
    }

    private boolean change(String id, Image.Status from, java.util.function.UnaryOperator<Image> change) {
        var found = find(id).filter(image -> image.status() == from);
        found.ifPresent(image -> images.put(id, change.apply(image)));
        return found.isPresent();
    }

    private Image numbered(Image image) {
        return image.with(image.locations().stream()
                .map(location -> location.row() != null
                        ? location
                        : new ImageLocation(++lastRow, location.url(), location.metadata(), location.status()))
                .toList());
    }
}
