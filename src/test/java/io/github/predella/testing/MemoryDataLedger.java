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
import java.util.Set;
import java.util.function.Predicate;

/** The notes about bytes on the move, in a map; copies to be removed are those of the gone images of a ledger. */
public final class MemoryDataLedger implements DataLedger {

    private final MemoryImageRepository images;
    private final Map<String, RunningUpload> uploads = new LinkedHashMap<>();
    private final Map<String, Long> expected = new HashMap<>();
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
    public boolean takeOver(RunningUpload upload, String newNode) {
        return uploads.replace(upload.imageId(), upload, new RunningUpload(upload.imageId(), newNode, upload.store()));
    }

    @Override
    public List<RunningUpload> running() {
        return List.copyOf(uploads.values());
    }

    /** What the running upload of an image has announced, 0 when there is none. */
    long expected(String imageId) {
        return uploads.containsKey(imageId) ? expected.get(imageId) : 0;
    }

    @Override
    public List<ImageLocation> toRemove(long afterRow, int limit) {
        return locations(image -> image.status() == Image.Status.DELETED).stream()
                .filter(location -> location.row() > afterRow)
                .limit(limit)
                .toList();
    }

    @Override
    public List<ImageLocation> toRemove(String imageId) {
        return locations(image -> image.isGone() && image.id().equals(imageId));
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
    }
}
