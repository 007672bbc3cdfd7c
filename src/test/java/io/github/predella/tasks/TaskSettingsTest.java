package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Seconds;
import io.github.predella.config.Settings;
import io.github.predella.config.SettingsProblems;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskSettingsTest {

    @TempDir
    Path directory;

    private TaskSettings read(Map<String, String> properties) {
        return Settings.load(properties, Map.of("OS_GLANCE_CONFIG_DIR", directory.toString()))
                .read(TaskSettings.class);
    }

    @Test
    void nothingSaidMeansTheDefaults() {
        assertEquals(new TaskSettings(48, 16, new Seconds(3600), 25, 1000), read(Map.of()));
    }

    @Test
    void everySettingIsRead() {
        var settings = read(Map.of(
                "task.task_time_to_live", "1",
                "wsgi.task_pool_threads", "2",
                "predella.task_patience", "3",
                "DEFAULT.limit_param_default", "4",
                "DEFAULT.api_limit_max", "5"));

        assertEquals(new TaskSettings(1, 2, new Seconds(3), 4, 5), settings);
    }

    @ParameterizedTest
    @CsvSource({
        "task.task_time_to_live, -1",
        "wsgi.task_pool_threads, 0",
        "wsgi.task_pool_threads, 10001",
        "predella.task_patience, -1"
    })
    void aWrongValueIsRefused(String key, String value) {
        var wrong = Map.of(key, value);

        assertThrows(SettingsProblems.class, () -> read(wrong));
    }
}
