package io.github.predella.testing;

import io.github.predella.images.Image;
import io.github.predella.quota.Usage;
import io.github.predella.quota.UsageReader;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Counts what a project has in a ledger on the heap. */
public final class MemoryUsageReader implements UsageReader {

    private static final Set<Image.Status> RECEIVING =
            EnumSet.of(Image.Status.SAVING, Image.Status.UPLOADING, Image.Status.IMPORTING);

    private final MemoryImageRepository images;
    private final MemoryDataLedger data;

    public MemoryUsageReader(MemoryImageRepository images, MemoryDataLedger data) {
        this.images = images;
        this.data = data;
    }

    @Override
    public Usage of(String project) {
        var own = images.all()
                .filter(image -> Objects.equals(project, image.owner()))
                .filter(image -> !image.isGone() && image.status() != Image.Status.KILLED)
                .toList();
        return new Usage(
                own.size(),
                own.stream().mapToLong(MemoryUsageReader::stored).sum(),
                own.stream().mapToLong(image -> data.expected(image.id())).sum(),
                own.stream().filter(image -> RECEIVING.contains(image.status())).count());
    }

    private static long stored(Image image) {
        Long size = image.content().size();
        return size == null ? 0 : size * image.locations().size();
    }
}
