package io.github.predella.imports.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.Bytes;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryPluginRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrospectionTest {

    private final Introspection plugin = new Introspection(List.of("raw", "qcow2", "ami", "vdi"));

    @TempDir
    private Path directory;

    /** The beginning of the data is given in hexadecimal digits. */
    @ParameterizedTest
    @CsvSource({
        "raw, bare, 514649fb00000003, qcow2",
        "ami, bare, 514649fb00000003, qcow2",
        "qcow2, bare, 514649fb00000003, qcow2",
        "qcow2, bare, 00112233, raw",
        "ami, bare, 00112233, ami",
        "qcow2, docker, 00112233, qcow2",
        "raw, bare, 7668647866696c65, raw",
    })
    void disksGetTheFormatOfTheirDataIfItIsOffered(String declared, String container, String begin, String then)
            throws IOException {
        byte[] data = Bytes.noise(300_000);
        byte[] first = HexFormat.of().parseHex(begin);
        System.arraycopy(first, 0, data, 0, first.length);
        var run = new MemoryPluginRun(
                Images.queued().formats(declared, container), Files.write(directory.resolve("staged"), data));

        plugin.run(run);

        assertEquals(then, run.image().details().diskFormat());
    }
}
