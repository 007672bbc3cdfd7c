package io.github.predella.testing;

import io.github.predella.images.DataLedger;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The notes about bytes on the move, in a map; copies to be removed are those of the gone images of a ledger. */
public final class MemoryDataLedger implements DataLedger {

    private final MemoryImageRepository images;
    private final Map<String, RunningUpload> uploads = new LinkedHashMap<>();
    private final Map<String, Long> expected = new HashMap<>();
    private final Map<ImageLocation, String> takenOver = new LinkedHashMap<>();
    private final Set<Long> removed = new HashSet<>();

    public MemoryDataLedger(MemoryImageRepository images) {
        this.images = images;
    }

    @Override
    public void begin(RunningUpload upload, long expectedBytes, Instant when) {
        if (uploads.putIfAbsent(upload.imageId(), upload) != null) {
            throw new IllegalStateException("there is an upload already");
        }
        expected.put(upload.imageId(), expectedBytes);
    }

    @Override
    public boolean end(String imageId, String node) {
        return uploads.values()
                .removeIf(upload ->
                        upload.imageId().equals(imageId) && upload.node().equals(node));
    }

    @Override
    public OptionalLong reserved(String imageId, String node) {
        var upload = uploads.get(imageId);
        return upload == null || !upload.node().equals(node)
                ? OptionalLong.empty()
                : OptionalLong.of(expected.get(imageId));
    }

    @Override
    public boolean reserve(String imageId, String node, long bytes) {
        boolean noted = reserved(imageId, node).isPresent();
        if (noted) {
            expected.put(imageId, bytes);
        }
        return noted;
    }

    @Override
    public boolean takeOver(RunningUpload upload, String newNode) {
        return uploads.replace(upload.imageId(), upload, new RunningUpload(upload.imageId(), newNode, upload.store()));
    }

    @Override
    public List<RunningUpload> running() {
        return List.copyOf(uploads.values());
    }

    /** What the running upload of an image to a store, or else to the staging area, counts for; 0 when there is none. */
    long expected(String imageId, boolean staging) {
        var upload = uploads.get(imageId);
        return upload != null && upload.store().equals(STAGING) == staging ? expected.get(imageId) : 0;
    }

    @Override
    public List<ImageLocation> toRemove(long afterRow, int limit) {
        return Stream.concat(
                        locations(image -> image.status() == Image.Status.DELETED).stream(),
                        takenOver(image -> image.status() != Image.Status.PENDING_DELETE))
                .filter(location -> location.row() > afterRow)
                .sorted(Comparator.comparing(ImageLocation::row))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ImageLocation> toRemove(String imageId) {
        return Stream.concat(
                        locations(image -> image.isGone() && image.id().equals(imageId)).stream(),
                        takenOver(image -> image.id().equals(imageId)))
                .sorted(Comparator.comparing(ImageLocation::row))
                .toList();
    }

    private Stream<ImageLocation> takenOver(Predicate<Image> wanted) {
        var ids = images.all().filter(wanted).map(Image::id).toList();
        return takenOver.keySet().stream().filter(location -> ids.contains(takenOver.get(location)));
    }

    @Override
    public boolean restore(ImageLocation copy, Instant when) {
        var holder = withdrawnFrom(copy);
        holder.ifPresent(image -> images.update(
                image,
                image.with(image.locations().stream()
                                .map(location -> isSame(location, copy) ? readable(location) : location)
                                .toList())
                        .updatedAt(when)));
        return holder.isPresent();
    }

    @Override
    public int takeOverWithdrawn(Instant before, Instant when) {
        var withdrawn = images.all()
                .filter(image -> !image.isGone() && image.updatedAt().isBefore(before))
                .flatMap(image -> image.locations().stream())
                .filter(location -> !location.isReadable())
                .toList();
        withdrawn.forEach(location -> withdrawnFrom(location).ifPresent(image -> {
            takenOver.put(location, image.id());
            drop(image, location, image.updatedAt());
        }));
        return withdrawn.size();
    }

    /** The living image that a copy is withdrawn from. */
    private Optional<Image> withdrawnFrom(ImageLocation copy) {
        return images.all()
                .filter(image -> !image.isGone())
                .filter(image -> image.locations().stream()
                        .anyMatch(location -> isSame(location, copy) && !location.isReadable()))
                .findFirst();
    }

    /** Notes that copies are to be removed which have left an image that lives on. */
    void toRemove(String imageId, List<ImageLocation> copies) {
        copies.forEach(copy -> takenOver.put(copy, imageId));
    }

    /** Whether the data of a copy is gone. */
    boolean isRemoved(ImageLocation copy) {
        return removed.contains(copy.row());
    }

    private void drop(Image image, ImageLocation copy, Instant when) {
        var others = image.locations().stream()
                .filter(location -> !isSame(location, copy))
                .toList();
        images.update(image, image.with(others).updatedAt(when));
    }

    private static boolean isSame(ImageLocation one, ImageLocation other) {
        return one.row().equals(other.row());
    }

    private static ImageLocation readable(ImageLocation location) {
        return new ImageLocation(location.row(), location.url(), location.metadata(), ImageLocation.ACTIVE);
    }

    private List<ImageLocation> locations(Predicate<Image> wanted) {
        return images.all()
                .filter(wanted)
                .flatMap(image -> image.locations().stream())
                .filter(location -> !removed.contains(location.row()))
                .sorted(Comparator.comparing(ImageLocation::row))
                .map(location ->
                        new ImageLocation(location.row(), location.url(), location.metadata(), "pending_delete"))
                .toList();
    }

    @Override
    public void removed(ImageLocation location, Instant when) {
        removed.add(location.row());
        takenOver.keySet().removeIf(other -> isSame(other, location));
        withdrawnFrom(location).ifPresent(image -> drop(image, location, when));
    }
}
