package io.github.predella.format;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * VHDX, whose size is two tables away from its beginning: a table of regions at a fixed place names the place of the
 * metadata, whose table names the place of the size.
 */
final class VhdxInspector implements FormatInspector {

    private static final int REGION_TABLE = 192 * 1024;
    private static final int TABLE_BYTES = 64 * 1024;
    private static final int MAX_ENTRIES = 2047;
    private static final int ENTRY_BYTES = 32;

    private static final byte[] METADATA_REGION =
            guid(0x06, 0xA2, 0x7C, 0x8B, 0x90, 0x47, 0x9A, 0x4B, 0xB8, 0xFE, 0x57, 0x5F, 0x05, 0x0F, 0x88, 0x6E);
    private static final byte[] DISK_SIZE =
            guid(0x24, 0x42, 0xA5, 0x2F, 0x1B, 0xCD, 0x76, 0x48, 0xB2, 0x11, 0x5D, 0xBE, 0xD8, 0x3B, 0xF4, 0xB8);

    private enum Step {
        SIGNATURE,
        REGIONS,
        METADATA,
        SIZE,
        DONE,
        NOT_VHDX,
        BROKEN
    }

    private Step step = Step.SIGNATURE;
    private Window window = new Window(0, 8);
    private long metadata;

    @Override
    public boolean accept(long position, byte[] chunk, int from, int count) {
        // One chunk may hold several of the places.
        while (isOpen() && window.accept(position, chunk, from, count)) {
            advance(position);
        }
        return isOpen();
    }

    @Override
    public Optional<Finding> finish(long size) {
        return switch (step) {
            case SIGNATURE, NOT_VHDX -> Optional.empty();
            case DONE -> Optional.of(Finding.of("vhdx", window.littleLong(0)));
            case REGIONS, METADATA, SIZE, BROKEN -> Optional.of(Finding.broken("vhdx"));
        };
    }

    private boolean isOpen() {
        return step != Step.DONE && step != Step.NOT_VHDX && step != Step.BROKEN;
    }

    private void advance(long position) {
        switch (step) {
            case SIGNATURE -> {
                if (window.hasAt(0, "vhdxfile")) {
                    await(Step.REGIONS, REGION_TABLE, TABLE_BYTES, position);
                } else {
                    step = Step.NOT_VHDX;
                }
            }
            case REGIONS -> findMetadata(position);
            case METADATA -> findSize(position);
            case SIZE -> step = Step.DONE;
            case DONE, NOT_VHDX, BROKEN -> throw new IllegalStateException("nothing to do");
        }
    }

    private void findMetadata(long position) {
        OptionalInt entry =
                window.hasAt(0, "regi") ? entry(METADATA_REGION, 16, window.littleInt(8)) : OptionalInt.empty();
        metadata = entry.isPresent() ? window.littleLong(entry.getAsInt() + 16) : -1;
        await(Step.METADATA, metadata, TABLE_BYTES, position);
    }

    private void findSize(long position) {
        OptionalInt entry =
                window.hasAt(0, "metadata") ? entry(DISK_SIZE, 32, window.littleShort(10)) : OptionalInt.empty();
        await(
                Step.SIZE,
                entry.isPresent() ? metadata + window.littleInt(entry.getAsInt() + 16) : -1,
                Long.BYTES,
                position);
    }

    /** The next place must not have gone by already. */
    private void await(Step next, long start, int length, long position) {
        boolean reachable = start >= position && start < Long.MAX_VALUE - length;
        step = reachable ? next : Step.BROKEN;
        window = reachable ? new Window(start, length) : window;
    }

    private OptionalInt entry(byte[] id, int tableStart, long entries) {
        if (entries > MAX_ENTRIES) {
            return OptionalInt.empty();
        }
        return IntStream.range(0, (int) entries)
                .map(i -> tableStart + i * ENTRY_BYTES)
                .filter(at -> window.hasAt(at, id))
                .findFirst();
    }

    private static byte[] guid(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
