package io.github.predella.cache;

import io.github.predella.flow.ByteStage;
import io.github.predella.flow.DigestValues;
import io.github.predella.flow.Digests;
import io.github.predella.flow.ProgressMeter;
import io.github.predella.flow.Pump;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A copy that is being written. It counts only once {@link #publish} has found it to be what it should be; closing it
 * before removes every trace. For one thread at a time.
 */
final class CacheDraft implements ByteStage {

    private final CacheDirectory directory;
    private final String imageId;
    private final Path path;
    private final FileChannel channel;
    private boolean settled;

    CacheDraft(CacheDirectory directory, String imageId, Path path, FileChannel channel) {
        this.directory = directory;
        this.imageId = imageId;
        this.path = path;
        this.channel = channel;
    }

    @Override
    public void accept(byte[] chunk, int from, int count) throws IOException {
        var bytes = ByteBuffer.wrap(chunk, from, count);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Reads the copy once more and makes it count, when it is what it should be; otherwise it becomes an invalid one.
     * What the device gives back is what is looked at, not what it was given.
     *
     * @param now noted as the time of the copy
     * @return its digests; empty when it is something else
     */
    Optional<DigestValues> publish(CachedContent content, Instant now) throws IOException {
        var values = verified(channel.position(0), content);
        if (values.isEmpty()) {
            directory.reject(imageId, path);
        } else {
            Files.setLastModifiedTime(path, FileTime.from(now.truncatedTo(ChronoUnit.SECONDS)));
            channel.force(true);
            directory.publish(imageId, path);
        }
        settled = true;
        channel.close();
        return values;
    }

    /** The digests of a file, provided that it is what it should be. */
    static Optional<DigestValues> verified(Path file, CachedContent content) throws IOException {
        try (var open = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return verified(open, content);
        }
    }

    private static Optional<DigestValues> verified(SeekableByteChannel data, CachedContent content) throws IOException {
        if (data.size() != content.size()) {
            return Optional.empty();
        }
        try (Digests digests = content.digests()) {
            InputStream stream = Channels.newInputStream(data);
            Pump.metered(ProgressMeter.open()).run(stream, digests);
            return Optional.of(digests.values()).filter(content::isMetBy);
        }
    }

    @Override
    public void close() throws IOException {
        if (!settled) {
            settled = true;
            directory.discard(path);
            channel.close();
        }
    }
}
