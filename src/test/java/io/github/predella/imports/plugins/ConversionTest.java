package io.github.predella.imports.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.config.Seconds;
import io.github.predella.core.Fault;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Disks;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryPluginRun;
import io.github.predella.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** With the real program; skipped where it is not installed. */
class ConversionTest {

    private static final List<String> VMDK_TYPES = List.of("streamOptimized", "monolithicSparse");

    @TempDir
    private Path directory;

    @BeforeAll
    static void theProgramsAreThere() {
        Tools.need("qemu-img", "setpriv", "prlimit");
    }

    private static Conversion to(ConversionSettings.Target target, List<String> vmdkTypes) {
        var plugin = new Conversion(
                new ConversionSettings(target, vmdkTypes, List.of(), new Seconds(60), new DataSize(2L << 30)));
        plugin.prepare();
        return plugin;
    }

    private static Conversion toRaw() {
        return to(ConversionSettings.Target.RAW, VMDK_TYPES);
    }

    private MemoryPluginRun run(String declared, Path file) {
        return new MemoryPluginRun(Images.queued().formats(declared, "bare"), file);
    }

    private Path raw() throws IOException {
        return Files.write(directory.resolve("raw"), Bytes.noise(3 << 20));
    }

    private Path converted(String format, String... more) throws IOException {
        return Disks.converted(raw(), directory.resolve("staged"), format, more);
    }

    private static Fault refused(Conversion plugin, MemoryPluginRun run) {
        return assertThrows(Fault.class, () -> plugin.run(run));
    }

    @ParameterizedTest
    @CsvSource({"qcow2, qcow2", "vmdk, vmdk", "vdi, vdi", "vhdx, vhdx", "vpc, vhd"})
    void disksBecomeRaw(String format, String declared) throws IOException {
        var run = run(declared, converted(format, format.equals("vpc") ? "-oforce_size=on" : "-q"));

        toRaw().run(run);

        assertEquals("raw", run.image().details().diskFormat());
        assertEquals("bare", run.image().details().containerFormat());
        assertEquals(-1, Files.mismatch(directory.resolve("raw"), run.file()));
    }

    @ParameterizedTest
    @EnumSource(names = {"QCOW2", "VMDK"})
    void rawDisksBecomeOthers(ConversionSettings.Target target) throws IOException {
        var run = run("raw", raw());

        to(target, VMDK_TYPES).run(run);

        assertEquals(target.wireName(), run.image().details().diskFormat());
        assertTrue(Disks.same(directory.resolve("raw"), "raw", run.file(), target.wireName()));
    }

    @Test
    void whatHasTheFormatAlreadyIsLeftAlone() throws IOException {
        Path raw = raw();
        var run = run("raw", raw);

        toRaw().run(run);

        assertEquals(raw, run.file());
    }

    @Test
    void aDiskWithPartitionsIsRaw() throws IOException {
        var disk = new byte[1 << 20];
        disk[510] = 0x55;
        disk[511] = (byte) 0xAA;
        disk[446] = (byte) 0x80;
        disk[450] = (byte) 0x83;
        disk[454] = 1;
        disk[458] = 8;
        Path file = Files.write(directory.resolve("disk"), disk);
        var run = run("raw", file);

        to(ConversionSettings.Target.QCOW2, VMDK_TYPES).run(run);

        assertEquals("qcow2", run.image().details().diskFormat());
    }

    @Test
    void opticalDisksAreLeftAlone() throws IOException {
        Path iso = Tools.needFile("/usr/lib/grub-rescue/grub-rescue-cdrom.iso", "grub-rescue-pc");
        var run = run("iso", iso);

        toRaw().run(run);

        assertEquals(iso, run.file());
        assertEquals("iso", run.image().details().diskFormat());
    }

    @ParameterizedTest
    @CsvSource({"qcow2, raw", "qcow2, vmdk", "vmdk, qcow2", "vdi, raw"})
    void whatItIsNotIsRefused(String format, String declared) throws IOException {
        var fault = refused(toRaw(), run(declared, converted(format)));

        assertEquals(Fault.Kind.UNSUPPORTED_TYPE, fault.kind());
    }

    @Test
    void rawDataIsNoOtherFormat() throws IOException {
        assertEquals(
                Fault.Kind.UNSUPPORTED_TYPE,
                refused(toRaw(), run("qcow2", raw())).kind());
    }

    @Test
    void anOpticalDiskIsNoHardDisk() throws IOException {
        Path iso = Tools.needFile("/usr/lib/grub-rescue/grub-rescue-cdrom.iso", "grub-rescue-pc");

        assertEquals(
                Fault.Kind.UNSUPPORTED_TYPE, refused(toRaw(), run("raw", iso)).kind());
    }

    @Test
    void aBackingFileIsNotFollowed() throws IOException {
        Path disk = directory.resolve("overlay");
        Disks.run("create", "-f", "qcow2", "-b", raw().toString(), "-F", "raw", disk.toString());

        assertTrue(refused(toRaw(), run("qcow2", disk)).detail().contains("backing_file"));
    }

    @Test
    void aDataFileIsNotFollowed() throws IOException {
        Path disk = directory.resolve("disk");
        Disks.run("create", "-f", "qcow2", "-o", "data_file=" + directory.resolve("data"), disk.toString(), "1M");

        assertTrue(refused(toRaw(), run("qcow2", disk)).detail().contains("data_file"));
    }

    @ParameterizedTest
    @CsvSource({"monolithicFlat", "twoGbMaxExtentFlat", "twoGbMaxExtentSparse"})
    void extentsInOtherFilesAreNotFollowed(String kind) throws IOException {
        Path disk = directory.resolve("disk.vmdk");
        Disks.run("create", "-f", "vmdk", "-o", "subformat=" + kind, disk.toString(), "1M");

        assertTrue(refused(toRaw(), run("vmdk", disk)).detail().contains("descriptor"));
    }

    @Test
    void kindsOfVmdkThatTheOperatorDoesNotWantAreRefused() throws IOException {
        var fault =
                refused(to(ConversionSettings.Target.RAW, List.of("streamOptimized")), run("vmdk", converted("vmdk")));

        assertEquals(PluginFaults.vmdkType("monolithicSparse").getMessage(), fault.getMessage());
    }

    @Test
    void aDiskLargerThanImagesMayBeIsRefused() throws IOException {
        Path disk = directory.resolve("disk");
        Disks.run("create", "-f", "qcow2", disk.toString(), "64M");
        var run = run("qcow2", disk).withAtMost(1 << 20);

        assertEquals(Fault.Kind.TOO_LARGE, refused(toRaw(), run).kind());
    }

    @Test
    void damagedDataIsRefused() throws IOException {
        Path disk = converted("qcow2");
        byte[] bytes = Files.readAllBytes(disk);
        for (int i = 65536; i < 262144; i++) {
            bytes[i] = (byte) 0xA5;
        }
        Files.write(disk, bytes);

        var fault = refused(toRaw(), run("qcow2", disk));

        assertEquals(PluginFaults.toolComplains("qemu-img").getMessage(), fault.getMessage());
    }

    @Test
    void aRawDiskThatPretendsToBeAnotherOneIsNotMade() throws IOException {
        Path inner = directory.resolve("inner");
        Disks.run("create", "-f", "qcow2", inner.toString(), "1M");
        Path disk = Disks.converted(inner, directory.resolve("staged"), "qcow2", "-fraw");

        assertEquals(
                PluginFaults.badResult("raw", "qcow2").getMessage(),
                refused(toRaw(), run("qcow2", disk)).getMessage());
    }

    @Test
    void aSparseDiskStaysSparse() throws IOException {
        Path disk = directory.resolve("disk");
        Disks.run("create", "-f", "qcow2", disk.toString(), "1G");
        var run = run("qcow2", disk);

        toRaw().run(run);

        assertEquals(1L << 30, Files.size(run.file()));
        assertTrue(kibUsed(run.file()) < 1024);
    }

    private static long kibUsed(Path file) throws IOException {
        Process du = new ProcessBuilder("du", "-k", file.toString()).start();
        try (var out = du.inputReader()) {
            return Long.parseLong(out.readLine().split("\\s", -1)[0]);
        }
    }
}
