package io.github.predella.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    public enum Driver {
        CENTRALIZED_DB,
        XATTR
    }

    public record Everything(
            @Setting(key = "DEFAULT.flag", fallback = "false", says = "a flag")
            boolean flag,

            @Setting(key = "DEFAULT.count", fallback = "-1", says = "a count")
            int count,

            @Setting(key = "DEFAULT.total", fallback = "5", says = "a total")
            long total,

            @Setting(key = "DEFAULT.name", says = "a name") String name,

            @Setting(key = "DEFAULT.suffix", fallback = "", says = "a suffix")
            String suffix,

            @Setting(key = "DEFAULT.dir", says = "a directory")
            Path dir,

            @Setting(key = "DEFAULT.methods", fallback = "[a,b]", says = "a list")
            List<String> methods,

            @Setting(key = "DEFAULT.drivers", repeated = true, says = "a repeated list")
            List<String> drivers,

            @Setting(key = "DEFAULT.enabled_backends", says = "pairs")
            Map<String, String> backends,

            @Setting(key = "cache.max_size", fallback = "10GB", says = "a size")
            DataSize maxSize,

            @Setting(key = "cache.stall", fallback = "60", says = "a span")
            Seconds stall,

            @Setting(key = "database.connection", says = "a secret")
            Secret connection,

            @Setting(key = "DEFAULT.endpoint", says = "an address")
            URI endpoint,

            @Setting(key = "cache.driver", fallback = "centralized_db", formerly = "DEFAULT.driver", says = "a choice")
            Driver driver) {}

    public record Guarded(
            @Setting(key = "DEFAULT.low", fallback = "1", says = "low")
            int low) {
        public Guarded {
            if (low > 9) {
                throw new IllegalArgumentException("[DEFAULT] low must not be above 9");
            }
        }
    }

    public record PerStore(
            @Setting(
                    key = "filesystem_store_datadir",
                    fallback = "${predella.data_dir}/images",
                    says = "where the data is")
            Path directory,

            @Setting(key = "weight", fallback = "0", says = "preference")
            int weight) {}

    public record Required(
            @Setting(key = "DEFAULT.port", says = "a port") int port) {}

    @TempDir
    Path directory;

    @Test
    void withoutAnySourceTheFallbacksApply() {
        Settings settings = settings(Map.of(), Map.of());

        Everything everything = settings.read(Everything.class);

        assertEquals(
                new Everything(
                        false,
                        -1,
                        5,
                        null,
                        "",
                        null,
                        List.of("a", "b"),
                        List.of(),
                        Map.of(),
                        new DataSize(10L << 30),
                        new Seconds(60),
                        null,
                        null,
                        Driver.CENTRALIZED_DB),
                everything);
    }

    @Test
    void everyTypeIsReadFromTheFile() throws IOException {
        api("""
                [DEFAULT]
                flag = Yes
                count = 7
                total = 5000000000
                name = demo
                suffix = x
                dir = /srv
                methods = [c,
                   d]
                drivers = log
                drivers = messagingv2
                enabled_backends = fast:rbd,cheap:file
                endpoint = http://img.example:9292/
                [CACHE]
                max_size = 1MB
                stall = 5
                driver = xattr
                [database]
                connection = mysql+pymysql://glance:pa$$word@db/glance
                """);

        Everything everything = settings(Map.of(), Map.of()).read(Everything.class);

        assertEquals(
                new Everything(
                        true,
                        7,
                        5_000_000_000L,
                        "demo",
                        "x",
                        Path.of("/srv"),
                        List.of("c", "d"),
                        List.of("log", "messagingv2"),
                        Map.of("fast", "rbd", "cheap", "file"),
                        new DataSize(1 << 20),
                        new Seconds(5),
                        new Secret("mysql+pymysql://glance:pa$word@db/glance"),
                        URI.create("http://img.example:9292/"),
                        Driver.XATTR),
                everything);
    }

    @Test
    void strongerSourcesStandOverWeakerOnes() throws IOException {
        file("glance-image-import.conf", "[DEFAULT]\ncount = 1\ntotal = 1\nname = import\nsuffix = import\n");
        api("[DEFAULT]\ncount = 2\ntotal = 2\nname = api\n");

        Everything everything = settings(
                        Map.of("DEFAULT.count", "4"),
                        Map.of("DEFAULT_COUNT", "3", "DEFAULT_TOTAL", "3", "DEFAULT_NAME", ""))
                .read(Everything.class);

        assertEquals(4, everything.count());
        assertEquals(3, everything.total());
        assertEquals("api", everything.name());
        assertEquals("import", everything.suffix());
    }

    @Test
    void variablesMayHaveTheReferencesFormToo() {
        var variables =
                Map.of("OS_DEFAULT__COUNT", "1", "OS_CACHE__STALL", "2", "CACHE_STALL", "3", "DEFAULT_NAME", "");
        Settings settings = settings(Map.of(), variables);

        Everything everything = settings.read(Everything.class);

        assertEquals(1, everything.count());
        assertEquals(new Seconds(3), everything.stall());
        assertEquals(Map.of("stall", "3"), settings.sectionTexts("cache"));
    }

    @Test
    void filesOfTheDirectoriesStandOverTheFilesInTheOrderOfTheirNames() throws IOException {
        Files.writeString(directory.resolve("glance-api.conf"), "[DEFAULT]\ncount = 1\ntotal = 1\nname = one\n");
        Path directories = Files.createDirectories(directory.resolve("glance-api.conf.d"));
        Files.writeString(directories.resolve("b.conf"), "[DEFAULT]\ncount = 3\n");
        Files.writeString(directories.resolve("a.conf"), "[DEFAULT]\ncount = 2\ntotal = 2\n");
        Files.writeString(directories.resolve("c.conf.old"), "[DEFAULT]\nname = old\n");

        Everything everything = settings(Map.of(), Map.of()).read(Everything.class);

        assertEquals(3, everything.count());
        assertEquals(2, everything.total());
        assertEquals("one", everything.name());
    }

    @Test
    void aRepeatedKeyOfAnOrdinarySettingCountsOnce() throws IOException {
        api("[DEFAULT]\nmethods = a\nmethods = b,c\ncount = 1\ncount = 2\n");

        Everything everything = settings(Map.of(), Map.of()).read(Everything.class);

        assertEquals(List.of("b", "c"), everything.methods());
        assertEquals(2, everything.count());
    }

    @Test
    void allProblemsOfARecordComeAtOnceAndWithoutSecrets() throws IOException {
        api("""
                [DEFAULT]
                flag = maybe
                count = many
                [cache]
                max_size =
                driver = sqlite
                [database]
                connection = $database.connection hunter2
                """);
        Settings settings = settings(Map.of(), Map.of());

        var refusal = assertThrows(SettingsProblems.class, () -> settings.read(Everything.class));

        Path file = directory.resolve("glance-api.conf");
        assertEquals(
                List.of(
                        "[DEFAULT] flag = maybe (" + file + " line 2): must be true or false",
                        "[DEFAULT] count = many (" + file + " line 3): must be a whole number",
                        "[cache] max_size =  (" + file + " line 5): must be set",
                        "[database] connection (" + file + " line 8): must not refer to itself",
                        "[cache] driver = sqlite (" + file + " line 6): must be one of centralized_db, xattr"),
                refusal.problems());
        assertFalse(refusal.getMessage().contains("hunter2"));
    }

    @Test
    void whatAConstructorRefusesIsAProblem() {
        Settings settings = settings(Map.of("DEFAULT.low", "10"), Map.of());

        var refusal = assertThrows(SettingsProblems.class, () -> settings.read(Guarded.class));

        assertEquals(List.of("[DEFAULT] low must not be above 9"), refusal.problems());
    }

    @Test
    void aNumberWithoutFallbackMustBeSet() {
        Settings settings = settings(Map.of(), Map.of());

        var refusal = assertThrows(SettingsProblems.class, () -> settings.read(Required.class));

        assertEquals(List.of("[DEFAULT] port: must be set"), refusal.problems());
    }

    @Test
    void aSectionIsReadWithItsOwnKeys() throws IOException {
        api("[Fast]\nfilesystem_store_datadir = /srv/fast\n[cheap]\nweight = 3\n");
        Settings settings = settings(Map.of("predella.data_dir", "/data"), Map.of("FAST_WEIGHT", "9"));

        PerStore fast = settings.section("Fast").read(PerStore.class);
        PerStore cheap = settings.section("cheap").read(PerStore.class);

        assertEquals(new PerStore(Path.of("/srv/fast"), 9), fast);
        assertEquals(new PerStore(Path.of("/data/images"), 3), cheap);
    }

    @Test
    void fallbacksMayReferToTheDataDirectorysFallback() {
        Settings settings = settings(Map.of(), Map.of());

        PerStore store = settings.section("x").read(PerStore.class);

        assertEquals(Path.of("data/images"), store.directory());
    }

    @Test
    void theDataDirectoryIsMadeAbsolute() {
        PredellaSettings standard = settings(Map.of(), Map.of()).read(PredellaSettings.class);
        PredellaSettings chosen =
                settings(Map.of(), Map.of("PREDELLA_DATA_DIR", "/srv/x/../y")).read(PredellaSettings.class);

        assertEquals(Path.of("data").toAbsolutePath(), standard.dataDir());
        assertEquals(Path.of("/srv/y"), chosen.dataDir());
    }

    @Test
    void policyAndProtectionSettingsHaveTheReferencesDefaults() {
        Settings settings = settings(Map.of(), Map.of());

        assertEquals(
                new PolicySettings("policy.yaml", List.of("policy.d"), "default", true),
                settings.read(PolicySettings.class));
        assertEquals(
                new ProtectionSettings(null, ProtectionSettings.Format.ROLES), settings.read(ProtectionSettings.class));
    }

    @Test
    void policyAndProtectionSettingsAreReadFromTheirKeys() throws IOException {
        api("""
                [oslo_policy]
                policy_file = p.json
                policy_dirs = a
                policy_dirs = b
                policy_default_rule = d
                enforce_new_defaults = false
                [DEFAULT]
                property_protection_file = pp.conf
                property_protection_rule_format = policies
                """);
        Settings settings = settings(Map.of(), Map.of());

        assertEquals(new PolicySettings("p.json", List.of("a", "b"), "d", false), settings.read(PolicySettings.class));
        assertEquals(
                new ProtectionSettings("pp.conf", ProtectionSettings.Format.POLICIES),
                settings.read(ProtectionSettings.class));
    }

    @Test
    void filesThatAreNotIniAreAllNamed() throws IOException {
        file("glance-image-import.conf", "[DEFAULT]\nnothing\n");
        api("x = 1\n");

        var refusal = assertThrows(SettingsProblems.class, () -> settings(Map.of(), Map.of()));

        assertEquals(2, refusal.problems().size());
        assertTrue(refusal.problems().get(1).contains("glance-api.conf line 1 "), refusal.getMessage());
    }

    private void api(String text) throws IOException {
        file("glance-api.conf", text);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private Settings settings(Map<String, String> properties, Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.put("OS_GLANCE_CONFIG_DIR", directory.toString());
        return Settings.load(properties, variables);
    }
}
