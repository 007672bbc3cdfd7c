package io.github.predella.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.flow.ProgressMeter;
import io.github.predella.flow.Pump;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Disks made by the tool that most images come from; skipped where it is not installed. */
class RealDisksTest {

    private static final long SIZE = 5 * 1024 * 1024;

    /** To make a key, the tool measures its own use of the processor, and gives up where the measure says nothing. */
    private static final String UNMEASURED = "Unable to get accurate CPU usage";

    private static final int TRIES = 20;

    @TempDir
    private Path home;

    @BeforeAll
    static void theToolIsThere() {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "qemu-img")));
        Assumptions.assumeTrue(there, "qemu-img is not installed");
    }

    @ParameterizedTest
    @CsvSource({
        "qcow2, qcow2, compat=1.1",
        "qcow2, qcow2, compat=0.10",
        "qcow2, qcow2, 'compat=1.1,compression_type=zstd,lazy_refcounts=on'",
        "vmdk, vmdk, subformat=monolithicSparse",
        "vmdk, vmdk, subformat=streamOptimized",
        "vdi, vdi, static=off",
        "vdi, vdi, static=on",
        "vhdx, vhdx, subformat=dynamic",
        "vhdx, vhdx, subformat=fixed",
        "vpc, vhd, 'subformat=dynamic,force_size=on'",
    })
    void aFreshDiskIsSafeAndHasItsSize(String format, String expected, String options) throws Exception {
        Path disk = create(format, options, SIZE + "");

        Inspection seen = inspect(disk);

        assertEquals(List.of(new Finding(expected, OptionalLong.of(SIZE), false, List.of())), seen.findings());
    }

    @ParameterizedTest
    @CsvSource({"vmdk, streamOptimized", "vmdk, monolithicSparse"})
    void aConvertedDiskIsSafeAndHasItsSize(String format, String kind) throws Exception {
        Path source = Files.write(home.resolve("source"), new byte[(int) SIZE]);
        Path disk = home.resolve("disk");
        run("convert", "-f", "raw", "-O", format, "-o", "subformat=" + kind, source.toString(), disk.toString());

        Inspection seen = inspect(disk);

        assertEquals(List.of(new Finding(format, OptionalLong.of(SIZE), false, List.of())), seen.findings());
    }

    @Test
    void aRawDiskIsRaw() throws Exception {
        assertEquals("raw", inspect(create("raw", "preallocation=off", "1M")).format());
    }

    @Test
    void aFixedVhdLooksRaw() throws Exception {
        assertEquals("raw", inspect(create("vpc", "subformat=fixed", "1M")).format());
    }

    @Test
    void anEncryptedDiskIsAsLargeAsItsPayload() throws Exception {
        Path disk = home.resolve("disk");
        run(
                "create",
                "-f",
                "luks",
                "--object",
                "secret,id=s,data=abc",
                "-o",
                "key-secret=s,iter-time=500",
                disk.toString(),
                SIZE + "");

        Inspection seen = inspect(disk);

        assertEquals(List.of(new Finding("luks", OptionalLong.of(SIZE), false, List.of())), seen.findings());
    }

    @Test
    void aBackingFileIsSeen() throws Exception {
        Path base = create("raw", "preallocation=off", "1M");
        Path disk = home.resolve("overlay");
        run("create", "-f", "qcow2", "-b", base.toString(), "-F", "raw", disk.toString());

        assertEquals(List.of("backing_file"), checks(disk));
    }

    @Test
    void aDataFileIsSeen() throws Exception {
        Path disk = create("qcow2", "data_file=" + home.resolve("data"), "1M");

        assertEquals(List.of("data_file"), checks(disk));
    }

    @Test
    void extendedClustersAreNotAmongTheKnownFeatures() throws Exception {
        Path disk = create("qcow2", "extended_l2=on,cluster_size=128k", "1M");

        assertEquals(List.of("unknown_features"), checks(disk));
    }

    @ParameterizedTest
    @CsvSource({"monolithicFlat", "twoGbMaxExtentFlat", "twoGbMaxExtentSparse"})
    void aDiskInSeveralFilesIsSeen(String kind) throws Exception {
        Path disk = create("vmdk", "subformat=" + kind, "1M");

        assertEquals("vmdk", inspect(disk).format());
        assertEquals(List.of("descriptor"), checks(disk));
    }

    @Test
    void qedIsBanned() throws Exception {
        assertEquals(List.of("banned"), checks(create("qed", "cluster_size=65536", "1M")));
    }

    private Path create(String format, String options, String size) throws IOException, InterruptedException {
        Path disk = home.resolve("disk");
        run("create", "-f", format, "-o", options, disk.toString(), size);
        return disk;
    }

    private static Inspection inspect(Path disk) throws IOException {
        var watch = new FormatWatch();
        try (InputStream in = Files.newInputStream(disk)) {
            Pump.metered(ProgressMeter.open()).run(in, watch);
        }
        // A look at the file tells the same as all of its stream.
        assertEquals(watch.inspection(), FormatWatch.inspect(disk));
        return watch.inspection();
    }

    private static List<String> checks(Path disk) throws IOException {
        return inspect(disk).findings().get(0).failures().stream()
                .map(Finding.Failure::check)
                .toList();
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add("qemu-img");
        command.addAll(List.of(arguments));
        Path log = home.resolve("log");
        int status = runOnce(command, log);
        for (int again = 0; status != 0 && again < TRIES && read(log).contains(UNMEASURED); again++) {
            status = runOnce(command, log);
        }
        assertEquals(0, status, () -> read(log));
    }

    private static int runOnce(List<String> command, Path log) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean done = tool.waitFor(30, TimeUnit.SECONDS);
        tool.destroyForcibly();
        return done ? tool.exitValue() : -1;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return "no log";
        }
    }
}
