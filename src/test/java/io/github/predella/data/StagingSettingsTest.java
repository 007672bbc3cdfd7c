package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Seconds;
import io.github.predella.config.Settings;
import io.github.predella.config.SettingsProblems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagingSettingsTest {

    @TempDir
    private Path directory;

    private StagingSettings read(Map<String, String> properties) {
        return Settings.load(properties, Map.of("OS_GLANCE_CONFIG_DIR", directory.toString()))
                .read(StagingSettings.class);
    }

    @Test
    void nothingSaidMeansTheDefaults() {
        var settings = read(Map.of());

        assertEquals(
                new StagingSettings(List.of("glance-direct", "web-download", "copy-image"), "", new Seconds(86_400)),
                settings);
        assertTrue(settings.stagingEnabled());
    }

    @Test
    void everySettingIsRead() {
        var settings = read(Map.of(
                "DEFAULT.enabled_import_methods", "[web-download, copy-image]",
                "DEFAULT.node_staging_uri", "file:///srv/staging",
                "predella.upload_session_idle", "7"));

        assertEquals(
                new StagingSettings(List.of("web-download", "copy-image"), "file:///srv/staging", new Seconds(7)),
                settings);
        assertFalse(settings.stagingEnabled());
    }

    @Test
    void noMethodAtAllCanBeSaid() {
        assertEquals(
                List.of(), read(Map.of("DEFAULT.enabled_import_methods", "[]")).importMethods());
    }

    @ParameterizedTest
    @CsvSource({"predella.upload_session_idle, 0", "DEFAULT.node_staging_uri, http://host/staging"})
    void aWrongValueIsRefused(String key, String value) {
        var wrong = Map.of(key, value);

        assertThrows(SettingsProblems.class, () -> read(wrong));
    }
}
