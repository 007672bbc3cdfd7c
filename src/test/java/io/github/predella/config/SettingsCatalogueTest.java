package io.github.predella.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCatalogueTest {

    public record Formats(
            @Setting(
                    key = "image_format.disk_formats",
                    fallback = "raw",
                    formerly = "DEFAULT.disk_formats",
                    says = "allowed disk formats")
            List<String> disk,

            @Setting(key = "database.connection", says = "the database")
            Secret connection,

            @Setting(key = "DEFAULT.cap", fallback = "7", says = "a cap")
            int cap) {}

    public record Store(
            @Setting(key = "weight", fallback = "0", says = "preference")
            int weight) {}

    @TempDir
    Path directory;

    private final SettingsCatalogue catalogue = new SettingsCatalogue(List.of(PredellaSettings.class, Formats.class))
            .withSection("fast", List.of(Store.class));

    @Test
    void formerUnsupportedAndUnknownKeysAreWarnings() throws IOException {
        Settings settings = settings("""
                [DEFAULT]
                disk_formats = qcow2
                log_file = true
                colour = red
                [fast]
                weight = 1
                vmware_server_host = h
                """, Map.of("java.version", "17"), Map.of("PREDELLA_DATADIR", "/x"));

        List<String> warnings = catalogue.check(settings);

        String file = directory.resolve("glance-api.conf").toString();
        assertEquals(
                List.of(
                        "PREDELLA_DATADIR (environment variable): is not known here and has no effect",
                        "[DEFAULT] disk_formats (" + file + " line 2): is now called [image_format] disk_formats",
                        "[DEFAULT] log_file (" + file
                                + " line 3): has no effect: set log files in the server's logging properties",
                        "[DEFAULT] colour (" + file + " line 4): is not known here and has no effect",
                        "[fast] vmware_server_host (" + file + " line 7): has no effect: there is no vmware driver"),
                warnings);
        assertEquals(List.of("qcow2"), settings.read(Formats.class).disk());
    }

    @Test
    void unknownNamesOfOurOwnGroupStopTheStartTogetherWithOtherProblems() throws IOException {
        Settings settings =
                settings("[predella]\ndata = /x\n[DEFAULT]\ncap = many\n", Map.of("predella.datadir", "/y"), Map.of());

        var refusal = assertThrows(SettingsProblems.class, () -> catalogue.check(settings));

        String file = directory.resolve("glance-api.conf").toString();
        assertEquals(
                List.of(
                        "[DEFAULT] cap = many (" + file + " line 4): must be a whole number",
                        "[predella] datadir (system property): there is no such setting",
                        "[predella] data (" + file + " line 2): there is no such setting"),
                refusal.problems());
    }

    @Test
    void theListingNamesOriginsAndMasksSecrets() throws IOException {
        Settings settings = settings(
                "[database]\nconnection = sqlite:///x\n[fast]\nweight = 2\n",
                Map.of("DEFAULT.cap", "8"),
                Map.of("PREDELLA_DATA_DIR", "/d"));

        List<EffectiveSetting> listing = catalogue.effective(settings);

        String file = directory.resolve("glance-api.conf").toString();
        assertEquals(
                List.of(
                        new EffectiveSetting("predella.data_dir", "/d", "environment variable PREDELLA_DATA_DIR"),
                        new EffectiveSetting("predella.exit_on_failure", "false", "default"),
                        new EffectiveSetting("image_format.disk_formats", "raw", "default"),
                        new EffectiveSetting("database.connection", "........", file + " line 2"),
                        new EffectiveSetting("DEFAULT.cap", "8", "system property"),
                        new EffectiveSetting("fast.weight", "2", file + " line 4")),
                listing);
    }

    @Test
    void keysTellWhatTheTableInTheReadmeNeeds() {
        List<SettingKey> keys = catalogue.keys();

        assertEquals(
                List.of(
                        "predella.data_dir",
                        "predella.exit_on_failure",
                        "image_format.disk_formats",
                        "database.connection",
                        "DEFAULT.cap"),
                keys.stream().map(SettingKey::key).toList());
        assertEquals("a cap", keys.get(4).says());
        assertEquals("7", keys.get(4).fallback().orElseThrow());
    }

    @Test
    void keysOfOpenSectionsAreTheirReadersBusiness() throws IOException {
        Settings settings = settings("""
                [Slow]
                colour = red
                vmware_server_host = h
                """, Map.of("java.version", "17"), Map.of());

        List<String> warnings = catalogue.withOpenSections(List.of("Slow")).check(settings);

        String file = directory.resolve("glance-api.conf").toString();
        assertEquals(
                List.of("[slow] vmware_server_host (" + file + " line 3): has no effect: there is no vmware driver"),
                warnings);
    }

    private Settings settings(String text, Map<String, String> properties, Map<String, String> environment)
            throws IOException {
        Files.writeString(directory.resolve("glance-api.conf"), text);
        var variables = new HashMap<>(environment);
        variables.put("OS_GLANCE_CONFIG_DIR", directory.toString());
        return Settings.load(properties, variables);
    }
}
