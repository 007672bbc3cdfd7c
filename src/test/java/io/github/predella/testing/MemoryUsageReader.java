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
                own.stream().filter(MemoryUsageReader::receives).count(),
                own.stream().mapToLong(MemoryUsageReader::stored).sum(),
                own.stream()
                        .mapToLong(image -> data.expected(image.id(), false))
                        .sum(),
                own.stream()
                        .filter(MemoryUsageReader::isStaged)
                        .mapToLong(MemoryUsageReader::size)
                        .sum(),
                own.stream().mapToLong(image -> data.expected(image.id(), true)).sum());
    }

    private static long stored(Image image) {
        return size(image) * image.locations().size();
    }

    private static long size(Image image) {
        Long size = image.content().size();
        return size == null ? 0 : size;
    }

    private static boolean receives(Image image) {
        return RECEIVING.contains(image.status()) || isCopied(image);
    }

    private static boolean isStaged(Image image) {
        return isCopied(image) || image.status() == Image.Status.UPLOADING || image.status() == Image.Status.IMPORTING;
    }

    private static boolean isCopied(Image image) {
        String stores = image.details().properties().get("os_glance_importing_to_stores");
        return stores != null && !stores.isEmpty();
    }
}
