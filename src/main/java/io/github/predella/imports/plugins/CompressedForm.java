package io.github.predella.imports.plugins;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A way to compress, recognised by the first bytes. All readers verify the sums that the data carries, and hold a bounded
 * amount of memory whatever the data says.
 *
 * @param name in lower case
 * @param at where its mark stands
 * @param mark in hexadecimal digits
 * @param opening makes its reader
 */
record CompressedForm(String name, int at, String mark, Opening opening) {

    /** How many of the first bytes {@link #of} wants to see. */
    static final int HEAD = 16;

    /** What the largest preset of xz needs, and a little more. */
    private static final int MEMORY_KIB = 72 * 1024;

    private static final List<CompressedForm> ALL = List.of(
            new CompressedForm("zip", 0, "504b0304", ZipMember::new),
            new CompressedForm("gzip", 0, "1f8b08", WholeGzip::new),
            new CompressedForm("xz", 0, "fd377a585a00", CompressedForm::xz),
            new CompressedForm("bzip2", 4, "314159265359", in -> new BZip2CompressorInputStream(in, true)),
            new CompressedForm("zstd", 0, "28b52ffd", in -> new ZstdInputStream(new ZstdFrames(in))),
            new CompressedForm("lz4", 0, "04224d18", in -> new FramedLZ4CompressorInputStream(in, true)),
            // Nobody knows how to read it; so it is refused instead of being taken for a disk.
            new CompressedForm("lha", 2, "2d6c68", in -> {
                throw PluginFaults.unknownCompression("lha");
            }));

    /** Makes a reader of compressed data. */
    @FunctionalInterface
    interface Opening {

        /** Begins to read data from its beginning. */
        InputStream open(InputStream compressed) throws IOException;
    }

    /** What data that begins so is compressed as; empty when it is not. */
    static Optional<CompressedForm> of(byte[] head) {
        return ALL.stream().filter(form -> form.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        byte[] wanted = HexFormat.of().parseHex(mark);
        int end = at + wanted.length;
        return head.length >= end && Arrays.equals(head, at, end, wanted, 0, wanted.length);
    }

    /**
     * The data that was compressed; all of it, when it was done in several parts.
     *
     * @param compressed from its beginning
     */
    InputStream open(InputStream compressed) throws IOException {
        return opening.open(compressed);
    }

    private static InputStream xz(InputStream compressed) throws IOException {
        return XZCompressorInputStream.builder()
                .setInputStream(compressed)
                .setDecompressConcatenated(true)
                .setMemoryLimitKiB(MEMORY_KIB)
                .get();
    }
}
