package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.testing.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that fails ends the process, and says why where the operator looks. */
class FailedStartE2E {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "predella.nonsense         | 1              |"
                        + "[predella] nonsense (system property): there is no such setting",
                "DEFAULT.enabled_backends  | a:nope         |"
                        + "[glance_store] default_backend must be set when enabled_backends is",
                "database.connection       | oracle://db/x  |"
                        + "[database] connection names the database oracle, which is not supported:"
                        + " use PostgreSQL, MariaDB or Derby",
                "image_import_opts.image_import_plugins | [no_op,nope] |"
                        + "[image_import_opts] image_import_plugins names [nope], and these are the plugins that there"
                        + " are: [image_conversion, image_decompression, inject_image_metadata, no_op]",
            })
    void reasonStandsInOneLineOfTheConsole(String key, String value, String reason) throws IOException {
        assertThrows(IllegalStateException.class, () -> LocalServer.start(directory, Map.of(key, value)));

        var told = Files.readAllLines(directory.resolve("server.log")).stream()
                .filter(line -> line.startsWith("Predella cannot start"))
                .toList();
        assertEquals(List.of("Predella cannot start: " + reason), told);
    }
}
