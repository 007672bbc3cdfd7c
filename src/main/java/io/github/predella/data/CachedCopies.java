package io.github.predella.data;

import io.github.predella.cache.CachedContent;
import io.github.predella.cache.ImageCache;
import io.github.predella.flow.BoundedStream;
import io.github.predella.flow.ByteRange;
import io.github.predella.images.Image;
import io.github.predella.store.FileServing.ServedFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What this node's cache has of images, and gets while they are read. */
@ApplicationScoped
public class CachedCopies {

    private ImageCache cache;

    /** For the container's proxy only. */
    protected CachedCopies() {}

    @Inject
    public CachedCopies(ImageCache cache) {
        this.cache = cache;
    }

    /** The copy of an image, whose being read is noted; empty when there is none. */
    Optional<ServedFile> of(Image image) {
        return cache.read(image.id(), content(image)).map(file -> new ServedFile(file.path(), file.size()));
    }

    /** Opens a copy, or the wanted part of it; throws when it has vanished. */
    static InputStream open(ServedFile file, Optional<ByteRange> range) throws IOException {
        var channel = FileChannel.open(file.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        channel.position(range.map(ByteRange::offset).orElse(0L));
        return new BoundedStream(
                Channels.newInputStream(channel), range.map(ByteRange::length).orElse(file.size()));
    }

    /** The same data, of which a copy grows while it is read. */
    InputStream filling(Image image, InputStream data) {
        return cache.filling(image.id(), content(image), data);
    }

    /** What the data of an image has to be. */
    static CachedContent content(Image image) {
        var content = image.content();
        return new CachedContent(content.size(), content.checksum(), content.hashAlgorithm(), content.hashValue());
    }
}
