package io.github.predella.testing;

import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.images.Image;
import io.github.predella.images.ImageBin;
import io.github.predella.images.ImageFaults;
import io.github.predella.images.ImageLocation;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The bin over a ledger on the heap: images lie in it by their status. */
public final class MemoryImageBin implements ImageBin {

    private final MemoryImageRepository images;
    private final MemoryDataLedger data;
    private final Map<String, Image.Status> former = new HashMap<>();
    private final Set<String> emptying = new HashSet<>();

    public MemoryImageBin(MemoryImageRepository images, MemoryDataLedger data) {
        this.images = images;
        this.data = data;
    }

    private Optional<Image> here(String id) {
        return images.all()
                .filter(image -> image.id().equals(id) && image.status() == Image.Status.PENDING_DELETE)
                .findFirst();
    }

    @Override
    public void note(String id, Image.Status status) {
        former.put(id, status);
        emptying.remove(id);
    }

    @Override
    public Optional<Binned> find(String id) {
        return here(id).map(this::binned);
    }

    private Binned binned(Image image) {
        var copies =
                image.locations().stream().filter(ImageLocation::isReadable).toList();
        boolean whole = !emptying.contains(image.id())
                && !copies.isEmpty()
                && copies.stream().noneMatch(data::isRemoved);
        var bare = image.details().edit();
        bare.properties().clear();
        bare.tags().clear();
        return new Binned(
                image.with(bare.done()).with(List.of()),
                former.getOrDefault(image.id(), Image.Status.ACTIVE),
                image.updatedAt(),
                copies.size(),
                whole);
    }

    @Override
    public Page<Binned> page(String owner, PageRequest page) {
        Comparator<Image> firstFirst = Comparator.comparing(Image::updatedAt);
        var lastFirst = firstFirst.thenComparing(Image::id).reversed();
        var order = page.backwards() ? lastFirst.reversed() : lastFirst;
        var marker = Optional.ofNullable(page.marker()).map(id -> here(id).filter(image -> isOf(owner, image))
                .orElseThrow(() -> ImageFaults.unknownMarker(id)));
        var found = images.all()
                .filter(image -> image.status() == Image.Status.PENDING_DELETE && isOf(owner, image))
                .filter(image -> marker.isEmpty() || order.compare(image, marker.get()) > 0)
                .sorted(order)
                .limit(page.limit())
                .sorted(lastFirst)
                .map(this::binned)
                .toList();
        return new Page<>(found, page.limit() > 0 && found.size() == page.limit());
    }

    private static boolean isOf(String owner, Image image) {
        return owner == null || owner.equals(image.owner());
    }

    @Override
    public List<String> due(Instant before, String afterId, int limit) {
        return images.all()
                .filter(image -> image.status() == Image.Status.PENDING_DELETE)
                .filter(image -> !image.updatedAt().isAfter(before))
                .map(Image::id)
                .filter(id -> id.compareTo(afterId) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public boolean begin(String id) {
        return here(id).isPresent() && (emptying.add(id) || emptying.contains(id));
    }

    @Override
    public boolean restore(Binned binned, Instant when) {
        var id = binned.image().id();
        var found = here(id);
        found.ifPresent(image -> {
            var kept = image.details().edit();
            kept.properties().keySet().removeIf(name -> name.startsWith("os_glance_"));
            var leaving = image.locations().stream()
                    .filter(copy -> !copy.isReadable())
                    .toList();
            data.toRemove(id, leaving);
            images.replaceGone(image.with(binned.former())
                    .with(kept.done())
                    .with(image.locations().stream()
                            .filter(ImageLocation::isReadable)
                            .toList())
                    .updatedAt(when));
            former.remove(id);
        });
        return found.isPresent();
    }

    @Override
    public boolean finish(String id, Instant when) {
        var found = here(id);
        found.ifPresent(
                image -> images.replaceGone(image.with(Image.Status.DELETED).updatedAt(when)));
        return found.isPresent();
    }

    @Override
    public void forgetOthers() {
        former.keySet().removeIf(id -> here(id).isEmpty());
        emptying.removeIf(id -> here(id).isEmpty());
    }
}
