package io.github.predella.format;

import io.github.predella.flow.ByteStage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches a stream go by and tells afterwards what it was. All formats are looked for at once.
 *
 * <p>It keeps less than 256 KiB, and after the inspectors have seen what they need, mostly some 34 KiB into the stream,
 * it no longer touches the bytes, except for the last 1.5 KiB of each chunk of a VMDK with a second header.
 */
public final class FormatWatch implements ByteStage {

    private static final int CHUNK = 64 * 1024;

    private final List<FormatInspector> all;
    private final List<FormatInspector> awake;
    private long position;
    private Inspection inspection;

    public FormatWatch() {
        all = new ArrayList<>(Heads.inspectors());
        all.add(new VhdxInspector());
        all.add(new VmdkInspector());
        awake = new ArrayList<>(all);
    }

    /**
     * What a file is. Reads no more of it than is needed, which is little for most formats.
     *
     * @param file nobody may be writing it
     */
    public static Inspection inspect(Path file) throws IOException {
        var watch = new FormatWatch();
        var chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            int count = in.read(chunk);
            while (count >= 0 && watch.isAwake()) {
                watch.accept(chunk, 0, count);
                count = in.read(chunk);
            }
        }
        watch.position = Files.size(file);
        watch.finish();
        return watch.inspection();
    }

    @Override
    public void accept(byte[] chunk, int from, int count) {
        if (!awake.isEmpty()) {
            awake.removeIf(inspector -> !inspector.accept(position, chunk, from, count));
        }
        position += count;
    }

    @Override
    public void finish() {
        inspection = new Inspection(
                all.stream()
                        .map(inspector -> inspector.finish(position))
                        .flatMap(Optional::stream)
                        .toList(),
                position);
    }

    /**
     * What was seen.
     *
     * @throws IllegalStateException before {@code finish}
     */
    public Inspection inspection() {
        if (inspection == null) {
            throw new IllegalStateException("the stream has not been finished");
        }
        return inspection;
    }

    /** Whether any later byte can still change the outcome. */
    boolean isAwake() {
        return !awake.isEmpty();
    }
}
