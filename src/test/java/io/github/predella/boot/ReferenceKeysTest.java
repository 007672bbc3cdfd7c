package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.config.SettingKey;
import io.github.predella.config.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No key of the reference's files is met with a shrug: it counts here, or a line says what to do instead. */
class ReferenceKeysTest {

    @TempDir
    Path directory;

    @Test
    void everyKeyOfTheReferenceCountsOrHasAdvice() throws IOException {
        Set<String> known =
                AllSettings.CATALOGUE.keys().stream().map(SettingKey::key).collect(Collectors.toSet());
        var others = keys().stream().filter(key -> !known.contains(key)).toList();
        String file = others.stream()
                .map(key -> "[" + key.substring(0, key.indexOf('.')) + "]\n" + key.substring(key.indexOf('.') + 1)
                        + " = 1\n")
                .collect(Collectors.joining());
        Files.writeString(directory.resolve("glance-api.conf"), file);

        var advice = AllSettings.check(Settings.load(Map.of(), Map.of("OS_GLANCE_CONFIG_DIR", directory.toString())));

        assertEquals(
                List.of(),
                advice.stream()
                        .filter(line -> line.contains("is not known here"))
                        .toList());
        assertEquals(others.size(), advice.size(), () -> "keys without a word among " + others + " in " + advice);
    }

    private static List<String> keys() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                ReferenceKeysTest.class.getResourceAsStream("reference-keys.txt"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
