package io.github.predella.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchSettingsTest {

    @TempDir
    Path directory;

    private FetchSettings read(Map<String, String> properties) {
        return Settings.load(properties, Map.of("OS_GLANCE_CONFIG_DIR", directory.toString()))
                .read(FetchSettings.class);
    }

    @Test
    void nothingSaidMeansTheDefaults() {
        var expected = new FetchSettings(
                List.of("http", "https"),
                List.of(),
                List.of(),
                List.of(),
                List.of("80", "443"),
                List.of(),
                List.of(),
                new Seconds(60),
                new Seconds(86_400),
                null);

        assertEquals(expected, read(Map.of()));
    }

    @Test
    void everySettingIsRead() {
        var settings = read(Map.of(
                "import_filtering_opts.allowed_schemes", "https",
                "import_filtering_opts.disallowed_schemes", "http",
                "import_filtering_opts.allowed_hosts", "a.example",
                "import_filtering_opts.disallowed_hosts", "b.example",
                "import_filtering_opts.allowed_ports", "8080",
                "import_filtering_opts.disallowed_ports", "22",
                "predella.fetch_allowed_networks", "10.0.0.0/8",
                "predella.fetch_patience", "5",
                "predella.fetch_time", "7",
                "predella.fetch_ca_file", "/etc/authorities.pem"));

        var expected = new FetchSettings(
                List.of("https"),
                List.of("http"),
                List.of("a.example"),
                List.of("b.example"),
                List.of("8080"),
                List.of("22"),
                List.of("10.0.0.0/8"),
                new Seconds(5),
                new Seconds(7),
                Path.of("/etc/authorities.pem"));
        assertEquals(expected, settings);
    }

    @ParameterizedTest
    @CsvSource({
        "import_filtering_opts.allowed_ports, 0",
        "import_filtering_opts.disallowed_ports, 65536",
        "predella.fetch_patience, 0",
        "predella.fetch_time, 31536001"
    })
    void valuesOutOfRangeAreRefused(String key, String value) {
        var properties = Map.of(key, value);

        assertThrows(SettingsProblems.class, () -> read(properties));
    }
}
