package io.github.predella.testing;

import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageDetails;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;

/** Lays the difference between two states over a third one, as the ledger promises. */
final class MemoryMerge {

    private MemoryMerge() {}

    static ImageDetails details(ImageDetails stored, ImageDetails before, ImageDetails after) {
        var tags = new LinkedHashSet<>(stored.tags());
        tags.removeIf(tag -> before.tags().contains(tag) && !after.tags().contains(tag));
        after.tags().stream().filter(tag -> !before.tags().contains(tag)).forEach(tags::add);
        var properties = new LinkedHashMap<>(stored.properties());
        before.properties().keySet().stream()
                .filter(key -> !after.properties().containsKey(key))
                .forEach(properties::remove);
        after.properties().forEach((key, value) -> {
            if (!Objects.equals(before.properties().get(key), value)) {
                properties.put(key, value);
            }
        });
        return new ImageDetails(
                pick(stored.name(), before.name(), after.name()),
                pick(stored.visibility(), before.visibility(), after.visibility()),
                pick(stored.isProtected(), before.isProtected(), after.isProtected()),
                pick(stored.hidden(), before.hidden(), after.hidden()),
                pick(stored.owner(), before.owner(), after.owner()),
                pick(stored.diskFormat(), before.diskFormat(), after.diskFormat()),
                pick(stored.containerFormat(), before.containerFormat(), after.containerFormat()),
                pick(stored.minDisk(), before.minDisk(), after.minDisk()),
                pick(stored.minRam(), before.minRam(), after.minRam()),
                tags,
                properties);
    }

    static ImageContent content(ImageContent stored, ImageContent before, ImageContent after) {
        return new ImageContent(
                pick(stored.size(), before.size(), after.size()),
                pick(stored.virtualSize(), before.virtualSize(), after.virtualSize()),
                pick(stored.checksum(), before.checksum(), after.checksum()),
                pick(stored.hashAlgorithm(), before.hashAlgorithm(), after.hashAlgorithm()),
                pick(stored.hashValue(), before.hashValue(), after.hashValue()));
    }

    private static <T> T pick(T stored, T before, T after) {
        return Objects.equals(before, after) ? stored : after;
    }
}
