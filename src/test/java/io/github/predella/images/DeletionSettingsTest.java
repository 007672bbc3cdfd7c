package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.PurgeSettings;
import io.github.predella.config.Seconds;
import io.github.predella.config.Settings;
import io.github.predella.config.SettingsProblems;
import io.github.predella.testing.Images;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionSettingsTest {

    @TempDir
    Path directory;

    private Settings settings(Map<String, String> properties) {
        return Settings.load(properties, Map.of("OS_GLANCE_CONFIG_DIR", directory.toString()));
    }

    @Test
    void nothingSaidMeansThatDataGoesAtOnceAndRowsStay() {
        var settings = settings(Map.of());

        assertEquals(
                new DeletionSettings(false, new Seconds(0), new Seconds(300), 1),
                settings.read(DeletionSettings.class));
        assertEquals(Optional.empty(), settings.read(PurgeSettings.class).before(Images.NOON));
    }

    @Test
    void everySettingIsRead() {
        var settings = settings(Map.of(
                "DEFAULT.delayed_delete", "true",
                "DEFAULT.scrub_time", "1",
                "DEFAULT.wakeup_time", "2",
                "DEFAULT.scrub_pool_size", "3",
                "predella.purge_after_days", "4"));

        assertEquals(
                new DeletionSettings(true, new Seconds(1), new Seconds(2), 3), settings.read(DeletionSettings.class));
        assertEquals(
                Optional.of(Images.NOON.minus(Duration.ofDays(4))),
                settings.read(PurgeSettings.class).before(Images.NOON));
    }

    @Test
    void looksAreAtLeastASecondApart() {
        assertEquals(Duration.ofSeconds(1), new DeletionSettings(true, new Seconds(0), new Seconds(0), 1).pace());
    }

    @ParameterizedTest
    @CsvSource({"scrub_time, -1", "wakeup_time, -1", "scrub_pool_size, 0", "scrub_pool_size, 101"})
    void aWrongValueIsRefused(String key, String value) {
        var wrong = settings(Map.of("DEFAULT." + key, value));

        assertThrows(SettingsProblems.class, () -> wrong.read(DeletionSettings.class));
    }

    @Test
    void aNegativeAgeIsRefused() {
        var wrong = settings(Map.of("predella.purge_after_days", "-1"));

        assertThrows(SettingsProblems.class, () -> wrong.read(PurgeSettings.class));
    }
}
