package io.github.predella.format;

import static io.github.predella.format.Crafted.disk;
import static io.github.predella.format.Crafted.inspect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatWatchTest {

    @ParameterizedTest
    @MethodSource("safeDisks")
    void aSafeDiskIsRecognisedHoweverItArrives(String format, long virtualSize, byte[] disk) {
        var expected = new Inspection(
                List.of(new Finding(format, OptionalLong.of(virtualSize), false, List.of())), disk.length);

        for (int chunk : new int[] {1, 7, 511, 4096, 65_536, disk.length}) {
            assertEquals(expected, inspect(disk, chunk), () -> "in chunks of " + chunk);
        }
    }

    private static Stream<Arguments> safeDisks() {
        return Stream.of(
                Arguments.of("qcow2", 10L << 30, Crafted.qcow2(2).array()),
                Arguments.of(
                        "qcow2", 10L << 30, Crafted.qcow2(3).bigLong(72, 0b1011).array()),
                Arguments.of("vdi", 3L << 20, Crafted.vdi().array()),
                Arguments.of("vhd", 5L << 20, Crafted.vhd().array()),
                Arguments.of("vhdx", 7L << 30, Crafted.vhdx().array()),
                Arguments.of("luks", 8192 - 4096, Crafted.luks(1).array()),
                Arguments.of("iso", 19 * 2048, Crafted.iso().array()),
                Arguments.of("gpt", 40_000, Crafted.partitioned().array()),
                Arguments.of("gpt", 40_000, Crafted.protective().array()),
                Arguments.of(
                        "vmdk",
                        4096 * 512,
                        Crafted.vmdk(Crafted.SPARSE_DESCRIPTOR).array()),
                Arguments.of("vmdk", 4096 * 512, Crafted.streamedVmdk().array()));
    }

    @ParameterizedTest
    @MethodSource("unsafeDisks")
    void anUnsafeDiskFailsItsCheck(String format, String check, byte[] disk) {
        Inspection seen = inspect(disk, 1000);

        assertEquals(format, seen.format());
        assertEquals(
                List.of(check),
                seen.findings().get(0).failures().stream()
                        .map(Finding.Failure::check)
                        .distinct()
                        .toList());
        assertEquals(seen, inspect(disk, 1));
    }

    private static Stream<Arguments> unsafeDisks() {
        String sparse = Crafted.SPARSE_DESCRIPTOR;
        int end = 64 * 1024;
        return Stream.of(
                Arguments.of(
                        "qcow2",
                        "backing_file",
                        Crafted.qcow2(3).bigLong(8, 200).array()),
                Arguments.of(
                        "qcow2",
                        "data_file",
                        Crafted.qcow2(3).bigLong(72, 0b100).array()),
                Arguments.of(
                        "qcow2",
                        "unknown_features",
                        Crafted.qcow2(3).bigLong(72, 0b10000).array()),
                Arguments.of(
                        "qcow2",
                        "unknown_features",
                        Crafted.qcow2(3).bigLong(72, 1L << 63).array()),
                Arguments.of("qcow2", "unknown_features", Crafted.qcow2(4).array()),
                Arguments.of("qcow2", "unknown_features", Crafted.qcow2(1).array()),
                Arguments.of("qed", "banned", disk(512).text(0, "QED\0").array()),
                Arguments.of("luks", "version", Crafted.luks(2).array()),
                Arguments.of(
                        "gpt", "mbr", Crafted.partitioned().bytes(446, 0x01).array()),
                Arguments.of("gpt", "mbr", disk(512).bytes(510, 0x55, 0xAA).array()),
                Arguments.of("gpt", "mbr", Crafted.protective().bytes(466, 0x83).array()),
                Arguments.of(
                        "gpt", "mbr", Crafted.partitioned().bytes(466, 0xEE).array()),
                Arguments.of("gpt", "mbr", Crafted.protective().bytes(447, 1).array()),
                Arguments.of(
                        "gpt", "mbr", Crafted.protective().littleInt(454, 2).array()),
                Arguments.of("vmdk", "descriptor", vmdk(sparse.replace("monolithicSparse", "monolithicFlat"))),
                Arguments.of("vmdk", "descriptor", vmdk(sparse.replace("createType", "makeType"))),
                Arguments.of("vmdk", "descriptor", vmdk("# createType=\"monolithicFlat\"\n" + sparse)),
                Arguments.of("vmdk", "descriptor", vmdk(sparse.replace("disk.vmdk", "/etc/passwd"))),
                Arguments.of("vmdk", "descriptor", vmdk(sparse.replace("SPARSE \"", "FLAT \""))),
                Arguments.of("vmdk", "descriptor", vmdk(sparse.replace("RW 4096 SPARSE \"disk.vmdk\"", ""))),
                Arguments.of("vmdk", "descriptor", vmdk(sparse + "parentFileNameHint=\"base.vmdk\"\n")),
                Arguments.of("vmdk", "descriptor", vmdk(sparse + "something else\n")),
                Arguments.of(
                        "vmdk",
                        "descriptor",
                        Crafted.vmdk(sparse).littleLong(28, 2).array()),
                Arguments.of(
                        "vmdk",
                        "descriptor",
                        Crafted.vmdk(sparse).littleLong(36, 1L << 40).array()),
                Arguments.of(
                        "vmdk",
                        "descriptor",
                        Crafted.vmdk(sparse).littleLong(36, 0).array()),
                Arguments.of("vmdk", "descriptor", Arrays.copyOf(vmdk(sparse), 2000)),
                Arguments.of(
                        "vmdk", "header", Crafted.vmdk(sparse).littleInt(4, 4).array()),
                Arguments.of(
                        "vmdk", "header", Crafted.vmdk(sparse).littleLong(12, 0).array()),
                Arguments.of(
                        "vmdk",
                        "footer",
                        Crafted.streamedVmdk().text(end - 1024, "XXXX").array()),
                Arguments.of(
                        "vmdk",
                        "footer",
                        Crafted.streamedVmdk().littleInt(end - 1020, 1).array()),
                Arguments.of(
                        "vmdk",
                        "footer",
                        Crafted.streamedVmdk().littleLong(end - 1024 + 28, 9).array()),
                Arguments.of(
                        "vmdk",
                        "footer",
                        Crafted.streamedVmdk().littleLong(end - 1024 + 56, -1).array()),
                Arguments.of(
                        "vmdk",
                        "footer",
                        Crafted.streamedVmdk().littleInt(end - 1524, 4).array()),
                Arguments.of(
                        "vmdk",
                        "footer",
                        Crafted.streamedVmdk().bytes(end - 512, 1).array()),
                Arguments.of(
                        "vmdk", "footer", Arrays.copyOf(Crafted.streamedVmdk().array(), end + 512)),
                Arguments.of("vmdk", "descriptor", sparse.getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("vmdk", "descriptor", text("version=1\nRW 10 FLAT \"/dev/sda\" 0\n")),
                Arguments.of("vmdk", "descriptor", text("# x\n\n" + "#".repeat(600) + "\ncreateType=\"custom\"\n")));
    }

    @ParameterizedTest
    @MethodSource("rawDisks")
    void anythingElseIsRaw(byte[] disk) {
        Inspection seen = inspect(disk, 300);

        assertEquals("raw", seen.format());
        assertEquals(disk.length, seen.size());
    }

    private static Stream<byte[]> rawDisks() {
        return Stream.of(
                new byte[0],
                new byte[1],
                new byte[100_000],
                Bytes.noise(100_000),
                text("#!/bin/sh\necho hello\n"),
                text("QFI"),
                disk(512)
                        .bytes(0x10, 2)
                        .bytes(0x15, 0xF8)
                        .bytes(510, 0x55, 0xAA)
                        .array(),
                Arrays.copyOf(Crafted.iso().array(), 32_770));
    }

    @Test
    void aHybridDiskIsAnOpticalOne() {
        byte[] disk = Crafted.iso()
                .bytes(446, 0x80, 0, 1, 0, 0x83)
                .bytes(510, 0x55, 0xAA)
                .array();

        Inspection seen = inspect(disk, 4096);

        assertEquals("iso", seen.format());
    }

    @Test
    void otherCombinationsStayAmbiguous() {
        byte[] disk = Crafted.iso().text(0, "QFI\u00fb").bigInt(4, 3).array();

        Inspection seen = inspect(disk, 4096);

        assertEquals("iso and qcow2", seen.format());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CD001", "NSR02", "NSR03"})
    void opticalDisksHaveSeveralSignatures(String signature) {
        byte[] disk = disk(40_000).text(32_769, signature).array();

        Inspection seen = inspect(disk, 4096);

        assertEquals("iso", seen.format());
        assertEquals(OptionalLong.empty(), seen.findings().get(0).virtualSize());
    }

    @ParameterizedTest
    @MethodSource("brokenDisks")
    void aDiskThatContradictsItselfIsBroken(String format, byte[] disk) {
        Inspection seen = inspect(disk, 65_536);

        assertEquals(format, seen.format());
        assertTrue(seen.findings().get(0).broken());
        assertEquals(OptionalLong.empty(), seen.findings().get(0).virtualSize());
    }

    private static Stream<Arguments> brokenDisks() {
        int regions = 192 * 1024;
        return Stream.of(
                Arguments.of("vhdx", disk(1000).text(0, "vhdxfile").array()),
                Arguments.of("vhdx", Crafted.vhdx().text(regions, "iger").array()),
                Arguments.of("vhdx", Crafted.vhdx().littleInt(regions + 8, 2048).array()),
                Arguments.of("vhdx", Crafted.vhdx().littleInt(regions + 8, 1).array()),
                Arguments.of(
                        "vhdx", Crafted.vhdx().littleLong(regions + 64, 512).array()),
                Arguments.of("vhdx", Crafted.vhdx().littleLong(regions + 64, -1).array()),
                Arguments.of(
                        "vhdx",
                        Crafted.vhdx().littleLong(regions + 64, Long.MAX_VALUE).array()),
                Arguments.of(
                        "vhdx",
                        Crafted.vhdx().bytes(Crafted.VHDX_METADATA + 32, 0).array()),
                Arguments.of(
                        "vhdx",
                        Crafted.vhdx()
                                .littleLong(Crafted.VHDX_METADATA + 65_536, -1)
                                .array()),
                Arguments.of("qcow2", Crafted.qcow2(3).bigLong(24, -1).array()),
                Arguments.of("luks", Crafted.luks(1).bigInt(104, 100).array()),
                Arguments.of(
                        "vmdk",
                        Crafted.vmdk(Crafted.SPARSE_DESCRIPTOR)
                                .littleLong(12, 1L << 60)
                                .array()));
    }

    @Test
    void afterTheHeadersTheBytesAreNotTouched() {
        var watch = new FormatWatch();

        watch.accept(new byte[40_000], 0, 40_000);

        assertFalse(watch.isAwake());
    }

    @Test
    void thereIsNothingToTellBeforeTheEnd() {
        var watch = new FormatWatch();

        watch.accept(new byte[10], 0, 10);

        assertThrows(IllegalStateException.class, watch::inspection);
    }

    @Test
    void damagedHeadersNeverCrashAndLookTheSameInAnyChunks() {
        var random = new Random(42);
        List<byte[]> disks = safeDisks().map(one -> (byte[]) one.get()[2]).toList();

        for (byte[] disk : disks) {
            IntStream.range(0, 40).forEach(round -> {
                byte[] damaged = Arrays.copyOf(disk, round % 4 == 0 ? random.nextInt(disk.length) : disk.length);
                for (int i = 0; i < 20 && damaged.length > 0; i++) {
                    damaged[random.nextInt(Math.min(damaged.length, 1 << random.nextInt(1, 20)))] =
                            (byte) random.nextInt();
                }
                assertEquals(inspect(damaged, 262_144), inspect(damaged, 997));
            });
        }
    }

    private static byte[] vmdk(String descriptor) {
        return Crafted.vmdk(descriptor).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
