package io.github.predella.imports.plugins;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryPluginRun;
import io.github.predella.testing.Packed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecompressionTest {

    private static final byte[] DATA = Bytes.noise(300_000);

    private final Decompression plugin = new Decompression(new DecompressionSettings(1000));

    @TempDir
    private Path directory;

    private MemoryPluginRun run(byte[] data) throws IOException {
        return run(Images.queued(), data);
    }

    private MemoryPluginRun run(Images image, byte[] data) throws IOException {
        return new MemoryPluginRun(image, Files.write(directory.resolve("staged"), data));
    }

    private byte[] unfolded(byte[] packed) throws IOException {
        var run = run(packed);
        plugin.run(run);
        return Files.readAllBytes(run.file());
    }

    private Fault refused(MemoryPluginRun run) {
        return assertThrows(Fault.class, () -> plugin.run(run));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "gzip", "xz", "bzip2", "zstd", "lz4"})
    void compressedDataIsUnfolded(String form) throws IOException {
        byte[] packed = Packed.as(form, DATA);

        assertArrayEquals(DATA, unfolded(packed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "xz", "bzip2", "zstd", "lz4"})
    void severalPartsAreOne(String form) throws IOException {
        byte[] packed = joined(Packed.as(form, Arrays.copyOf(DATA, 100_000)), Packed.as(form, tail(100_000)));

        assertArrayEquals(DATA, unfolded(packed));
    }

    @Test
    void theImportedFileStaysAsItIs() throws IOException {
        byte[] packed = Packed.as("gzip", DATA);

        unfolded(packed);

        assertArrayEquals(packed, Files.readAllBytes(directory.resolve("staged")));
    }

    @Test
    void otherDataIsLeftAlone() throws IOException {
        var run = run(DATA);

        plugin.run(run);

        assertEquals(directory.resolve("staged"), run.file());
    }

    @Test
    void imagesThatAreMeantToBeCompressedAreLeftAlone() throws IOException {
        var run = run(Images.queued().formats("qcow2", "compressed"), Packed.as("gzip", DATA));

        plugin.run(run);

        assertEquals(directory.resolve("staged"), run.file());
    }

    @Test
    void onlyTheOuterFormIsUnfolded() throws IOException {
        byte[] inner = Packed.as("gzip", DATA);

        assertArrayEquals(inner, unfolded(Packed.as("gzip", inner)));
    }

    @Test
    void anArchiveHoldsOneFile() throws IOException {
        assertEquals(
                PluginFaults.notOneMember().getMessage(),
                refused(run(Packed.zip(DATA, DATA))).getMessage());
    }

    @Test
    void namesOfMembersLeadNowhere() throws IOException {
        assertArrayEquals(DATA, unfolded(Packed.zip(DATA)));

        try (var files = Files.list(directory)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void aStoredMemberIsReadToo() throws IOException {
        byte[] stored = storedZip(DATA);

        assertArrayEquals(DATA, unfolded(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "gzip", "xz", "bzip2", "zstd", "lz4"})
    void dataThatIsCutShortIsRefused(String form) throws IOException {
        byte[] packed = Packed.as(form, DATA);

        var fault = refused(run(Arrays.copyOf(packed, packed.length / 2)));

        assertEquals(Fault.Kind.UNSUPPORTED_TYPE, fault.kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "gzip", "xz", "bzip2", "zstd", "lz4"})
    void dataThatWasChangedIsRefused(String form) throws IOException {
        byte[] packed = Packed.as(form, DATA);
        packed[packed.length / 2] ^= 1;

        var fault = refused(run(packed));

        assertEquals(Fault.Kind.UNSUPPORTED_TYPE, fault.kind());
    }

    /** The reader of one member would take all of these for the end. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "xz", "bzip2", "zstd", "lz4"})
    void aPartThatIsNoneIsRefused(String form) throws IOException {
        byte[] second = Packed.as(form, tail(100_000));
        second[0] ^= 1;

        var fault = refused(run(joined(Packed.as(form, Arrays.copyOf(DATA, 100_000)), second)));

        assertEquals(Fault.Kind.UNSUPPORTED_TYPE, fault.kind());
    }

    @ParameterizedTest
    @CsvSource({
        // A window of 1 GiB, and content of 1 GiB in one segment.
        "28b52ffd00a0",
        "28b52ffde00000004000000000",
        // Behind a frame of a single block.
        "28b52ffd2001090000aa28b52ffd00a0",
    })
    void aFrameThatWantsTooMuchMemoryIsRefused(String beginning) throws IOException {
        var frames = new ZstdFrames(new ByteArrayInputStream(HexFormat.of().parseHex(beginning)));

        var refusal = assertThrows(IOException.class, frames::readAllBytes);

        assertEquals("a frame wants a window of 1073741824 bytes", refusal.getMessage());
    }

    @Test
    void aNameWithoutAnEndIsNotRemembered() throws IOException {
        var header = new byte[5 << 20];
        Arrays.fill(header, (byte) 'a');
        System.arraycopy(HexFormat.of().parseHex("1f8b080800000000000a"), 0, header, 0, 10);

        assertEquals(Fault.Kind.UNSUPPORTED_TYPE, refused(run(header)).kind());
    }

    @Test
    void aFormThatNobodyReadsIsRefused() throws IOException {
        var fault = refused(run("\0\0-lh5-and so on and on".getBytes(StandardCharsets.US_ASCII)));

        assertEquals(PluginFaults.unknownCompression("lha").getMessage(), fault.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "gzip", "xz", "bzip2", "zstd", "lz4"})
    void zerosUnfoldAsFarAsTheyAreAlwaysAllowedTo(String form) throws IOException {
        assertEquals(4L << 20, unfolded(Packed.zeros(form, 4)).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "gzip", "xz", "bzip2", "zstd", "lz4"})
    void whatUnfoldsBeyondReasonIsRefused(String form) throws IOException {
        var strict = new Decompression(new DecompressionSettings(10), 3L << 20);
        var run = run(Packed.zeros(form, 4));

        var fault = assertThrows(Fault.class, () -> strict.run(run));

        assertEquals(PluginFaults.unfoldsTooFar(3L << 20).getMessage(), fault.getMessage());
    }

    @Test
    void theLargestSizeOfAnImageHoldsAlways() throws IOException {
        var run = run(Packed.zeros("gzip", 4)).withAtMost(1 << 20);

        assertEquals(Fault.Kind.TOO_LARGE, refused(run).kind());
    }

    @Test
    void anImportThatIsNotWantedAnyMoreEnds() throws IOException {
        var run = run(Packed.zeros("gzip", 4)).asking(() -> {
            throw Fault.conflict("enough");
        });

        assertEquals("enough", refused(run).getMessage());
    }

    private static byte[] tail(int from) {
        return Arrays.copyOfRange(DATA, from, DATA.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }

    private static byte[] storedZip(byte[] data) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("disk");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(data.length);
            var sum = new CRC32();
            sum.update(data);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(data);
        }
        return bytes.toByteArray();
    }
}
