package io.github.predella.dashboard.create;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.Browser;
import io.github.predella.testing.Browser.Visitor;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Disks;
import io.github.predella.testing.Packed;
import io.github.predella.testing.Tools;
import io.github.predella.testing.TusServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that looks at a file before it is sent, in a real browser, with disks as other programs make them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatScriptE2E {

    private static final long SIZE = 3 * 1024 * 1024;

    @TempDir
    private Path directory;

    private TusServer server;
    private Browser browser;

    @BeforeAll
    void open() {
        server = new TusServer("formats.js");
        browser = Browser.open(server.address(), Visitor.USUAL);
        browser.go("/");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        server.close();
    }

    /** What the script says: kind, formats, virtual size, whether it rests on another file. */
    private String seen(Path file) {
        browser.one("input").sendKeys(file.toString());
        browser.script("""
                window.seen = null;
                predella.formats.look(document.querySelector('input').files[0]).then(found => {
                    window.seen = [found.kind, found.disk, found.container, found.virtualSize, found.backed].join(' ');
                });
                """);
        browser.await(() -> browser.script("return window.seen") != null);
        return (String) browser.script("return window.seen");
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    @ParameterizedTest
    @CsvSource({
        "qcow2, qcow2, 3145728",
        "vmdk, vmdk, 3145728",
        "vdi, vdi, 3145728",
        "vpc, vhd, any",
        "vhdx, vhdx, ''",
    })
    void disksAreRecognised(String format, String kind, String size) throws IOException {
        Tools.need("qemu-img");
        var raw = file("raw-" + format, new byte[(int) SIZE]);
        var disk = Disks.converted(raw, directory.resolve("disk." + format), format);

        String seen = seen(disk);

        String told = size.equals("any") ? seen.split(" ", -1)[3] : size;
        assertEquals(kind + " " + kind + " bare " + told + " false", seen);
    }

    @Test
    void aDiskThatRestsOnAnotherFileIsToldApart() throws IOException {
        Tools.need("qemu-img");
        Disks.run("create", "-f", "qcow2", directory.resolve("base").toString(), "1M");
        Disks.run(
                "create",
                "-f",
                "qcow2",
                "-b",
                directory.resolve("base").toString(),
                "-F",
                "qcow2",
                directory.resolve("top").toString());

        assertEquals("qcow2 qcow2 bare 1048576 true", seen(directory.resolve("top")));
    }

    @ParameterizedTest
    @CsvSource({"gzip, gz", "xz, xz", "zstd, zst", "bzip2, bz2", "lz4, lz4", "zip, zip"})
    void compressedDataIsRecognised(String form, String kind) throws IOException {
        byte[] packed = form.equals("zip") ? Packed.zip(Bytes.noise(100)) : Packed.as(form, Bytes.noise(100));

        assertEquals(kind + "  bare  false", seen(file("packed", packed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt", "mbr"})
    void partitionTablesAreRawDisks(String kind) throws IOException {
        byte[] disk = new byte[2048];
        disk[510] = 0x55;
        disk[511] = (byte) 0xaa;
        if (kind.equals("gpt")) {
            System.arraycopy("EFI PART".getBytes(StandardCharsets.US_ASCII), 0, disk, 512, 8);
        }

        assertEquals(kind + " raw bare 2048 false", seen(file("partitions", disk)));
    }

    @Test
    void archivesOfAnApplianceAreRecognised() throws IOException {
        byte[] header = new byte[1024];
        System.arraycopy("disk.ovf".getBytes(StandardCharsets.US_ASCII), 0, header, 0, 8);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, header, 257, 5);

        assertEquals("ova vmdk ova  false", seen(file("appliance", header)));
    }

    @Test
    void opticalDiscsAreRecognisedThoughTheyHavePartitions() throws IOException {
        var disc = Tools.needFile("/usr/lib/grub-rescue/grub-rescue-cdrom.iso", "grub-rescue-pc");

        assertEquals("iso iso bare  false", seen(disc));
    }

    @Test
    void whateverElseIsLeftToTheReader() throws IOException {
        assertEquals("  bare  false", seen(file("noise", Bytes.noise(5000))));
        assertEquals("  bare  false", seen(file("empty", new byte[0])));
    }
}
