package io.github.predella.imports.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryPluginRun;
import io.github.predella.testing.OvaPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OvaUnpackingTest {

    private static final byte[] DISK = Bytes.noise(300_000);

    @TempDir
    private Path directory;

    private OvaUnpacking plugin;

    @BeforeEach
    void make() {
        plugin = new OvaUnpacking(directory.resolve("ovf-metadata.json"));
    }

    private void list(String json) throws IOException {
        Files.writeString(directory.resolve("ovf-metadata.json"), json.replace('\'', '"'));
        plugin.prepare();
    }

    private MemoryPluginRun run(byte[] data) throws IOException {
        return new MemoryPluginRun(
                Images.queued().formats("vmdk", "ova"), Files.write(directory.resolve("staged"), data));
    }

    private void refused(String sentence, byte[] data) throws IOException {
        var run = run(data);

        var fault = assertThrows(Fault.class, () -> plugin.run(run));

        assertEquals(sentence, fault.getMessage());
        assertEquals(Fault.Kind.UNSUPPORTED_TYPE, fault.kind());
        assertEquals("ova", run.image().details().containerFormat());
        assertEquals(directory.resolve("staged"), run.file());
    }

    private static byte[] described(String descriptor) {
        return OvaPackages.tar(Map.of("machine.ovf", descriptor.getBytes(UTF_8), "machine-disk1.vmdk", DISK));
    }

    @Test
    void theDiskBecomesTheImage() throws IOException {
        var run = run(OvaPackages.of(DISK));

        plugin.run(run);

        assertArrayEquals(DISK, Files.readAllBytes(run.file()));
        assertEquals("bare", run.image().details().containerFormat());
        assertEquals("vmdk", run.image().details().diskFormat());
        assertEquals(Map.of(), run.image().details().properties());
    }

    @Test
    void listedSettingsOfProcessorsBecomeProperties() throws IOException {
        list("{'cim_pasd':['InstructionSet','InstructionSetExtensionName']}");
        var run = run(OvaPackages.of(DISK));

        plugin.run(run);

        assertEquals(
                Map.of("cim_pasd_InstructionSet", "DMTF:x86:64"),
                run.image().details().properties());
    }

    @Test
    void otherImagesAreLeftAlone() throws IOException {
        var run = new MemoryPluginRun(Images.queued(), Files.write(directory.resolve("staged"), OvaPackages.of(DISK)));

        plugin.run(run);

        assertEquals(directory.resolve("staged"), run.file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'cim_pasd':7}", "{'cim_pasd':[7]}", "{", ""})
    void aListThatCannotBeReadEndsTheStart(String json) {
        assertThrows(IllegalArgumentException.class, () -> list(json));
    }

    @Test
    void whatIsNoPackageIsRefused() throws IOException {
        String sentence = PluginFaults.incompletePackage().getMessage();
        byte[] whole = OvaPackages.of(DISK);
        byte[] wrongSum = whole.clone();
        wrongSum[0]++;

        refused(sentence, new byte[0]);
        refused(sentence, DISK);
        refused(sentence, wrongSum);
        refused(sentence, Arrays.copyOf(whole, 200_000));
        refused(
                sentence,
                OvaPackages.tar(Map.of("machine.ovf", OvaPackages.descriptor().getBytes(UTF_8))));
        refused(sentence, OvaPackages.tar(Map.of("machine-disk1.vmdk", DISK)));
    }

    @ParameterizedTest
    @CsvSource({
        "<Disk , <Disk ovf:fileRef=\"notes\"/><Disk ",
        "ovf:fileRef=\"file1\", ",
        "fileRef=\"file1\", fileRef=\"file9\"",
        "ovf:size=\"1\", ovf:compression=\"gzip\"",
        "ovf:size=\"1\", ovf:chunkSize=\"7\"",
    })
    void packagesWithoutExactlyOneDiskAreRefused(String part, String instead) throws IOException {
        String descriptor = OvaPackages.descriptor().replace(part, instead == null ? "" : instead);

        refused(PluginFaults.notOneDisk().getMessage(), described(descriptor));
    }

    @Test
    void descriptorsReadNothingElse() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "machine-disk1.vmdk");
        String entity = OvaPackages.descriptor()
                .replace("?>", "?><!DOCTYPE Envelope [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>")
                .replace(">x86<", ">&x;<");
        list("{'cim_pasd':['ProcessorArchitecture']}");

        refused(PluginFaults.badDescriptor().getMessage(), described(entity));
        refused(PluginFaults.badDescriptor().getMessage(), described("<Envelope>"));
        refused(PluginFaults.badDescriptor().getMessage(), described(" ".repeat((4 << 20) + 1)));
    }

    @Test
    void sizesInBinaryAreReadAndLinksAreNot() throws IOException {
        byte[] whole =
                OvaPackages.tar(Map.of("machine.ovf", OvaPackages.descriptor().getBytes(UTF_8)));
        byte[] disk = OvaPackages.tar(Map.of("machine-disk1.vmdk", DISK));
        byte[] binary = sealed(disk, header -> {
            Arrays.fill(header, 124, 136, (byte) 0);
            header[124] = (byte) 0x80;
            header[133] = (byte) (DISK.length >> 16);
            header[134] = (byte) (DISK.length >> 8);
            header[135] = (byte) DISK.length;
        });
        byte[] link = sealed(disk, header -> header[156] = '2');
        var run = run(joined(whole, binary));

        plugin.run(run);

        assertArrayEquals(DISK, Files.readAllBytes(run.file()));
        refused(PluginFaults.incompletePackage().getMessage(), joined(whole, link));
    }

    private interface Edit {
        void of(byte[] header);
    }

    /** The archive with a changed first header, whose sum is right. */
    private static byte[] sealed(byte[] archive, Edit edit) {
        byte[] all = archive.clone();
        edit.of(all);
        Arrays.fill(all, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += all[i] & 0xff;
        }
        System.arraycopy("%06o\0 ".formatted(sum).getBytes(UTF_8), 0, all, 148, 8);
        return all;
    }

    /** Without the blocks that end the first. */
    private static byte[] joined(byte[] first, byte[] second) {
        int end = first.length;
        while (end > 0 && isZero(first, end - 512)) {
            end -= 512;
        }
        byte[] all = Arrays.copyOf(first, end + second.length);
        System.arraycopy(second, 0, all, end, second.length);
        return all;
    }

    private static boolean isZero(byte[] data, int from) {
        for (int i = from; i < from + 512; i++) {
            if (data[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
