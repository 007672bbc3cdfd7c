package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Settings;
import io.github.predella.config.SettingsProblems;
import io.github.predella.testing.Installed;
import io.github.predella.testing.Tools;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What operators install by: every file, option and setting that is named in there exists. */
class PackagingTest {

    private static final Path DOCKER = Path.of("docker");
    private static final String PORT = "9292";

    /** Longer than transfers may go on after the service was told to end. */
    private static final int DRAIN_SECONDS = 60;

    private static final Pattern SECRET =
            Pattern.compile("(?i)\\b\\w*(PASSWORD|SECRET|TOKEN)\\w*\\s*[=:]\\s*[^\\s$?…]");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]+)=(.*)$");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"compose.yml", "compose.postgresql.yml", "compose.two-nodes.yml"})
    void composeFilesNameWhatIsThere(String name) throws IOException {
        var file = yaml(name);
        var services = map(file.get("services"));

        for (var entry : services.entrySet()) {
            var service = map(entry.getValue());
            assertTrue(services.keySet().containsAll(names(service.get("depends_on"))), entry.getKey());
            assertTrue(names(file.get("networks")).containsAll(names(service.get("networks"))), entry.getKey());
            for (String volume : names(service.get("volumes"))) {
                String source = volume.substring(0, volume.indexOf(':'));
                boolean there = source.startsWith(".")
                        ? Files.isRegularFile(DOCKER.resolve(source))
                        : names(file.get("volumes")).contains(source);
                assertTrue(there, volume);
            }
            for (String port : names(service.get("ports"))) {
                assertEquals("127.0.0.1:" + PORT + ":" + PORT, port);
            }
            if (service.containsKey("build")) {
                checkOwn(service);
            }
        }
        assertFalse(SECRET.matcher(Files.readString(DOCKER.resolve(name))).find());
    }

    private static void checkOwn(Map<String, Object> service) {
        var build = map(service.get("build"));
        Path context = DOCKER.resolve(build.get("context").toString());
        var environment = new HashMap<String, String>();
        map(service.getOrDefault("environment", Map.of()))
                .forEach((key, value) -> environment.put(key, String.valueOf(value)));
        String grace = service.get("stop_grace_period").toString();

        assertTrue(Files.isRegularFile(context.resolve(build.get("dockerfile").toString())));
        assertAccepted(environment);
        assertTrue(Integer.parseInt(grace.replace("s", "")) > DRAIN_SECONDS, grace);
    }

    @Test
    void everythingThatTheImageIsMadeOfIsThereAndIsSentToTheBuild() throws IOException {
        var sent = Files.readAllLines(Path.of(".dockerignore"));

        for (String line : dockerfile("COPY")) {
            var words = List.of(line.split("\\s+"));
            for (String source : words.subList(0, words.size() - 1)) {
                if (line.startsWith("--from=build")) {
                    assertTrue(
                            source.startsWith("--from") || source.matches("/build/target/[a-z-]+\\.(war|jar)"), source);
                } else {
                    assertFalse(Installed.matching(source).isEmpty(), source);
                    assertTrue(sent.contains("!" + source.replaceFirst("/.*", "")), source);
                    assertFalse(sent.contains(source), source);
                }
            }
        }
    }

    @Test
    void theImageHoldsWhatTheScriptWants() throws IOException {
        Path installed = Installed.in(directory, Path.of("war"), Path.of("server"), false);
        String script = Files.readString(installed.resolve("predella"));

        var wanted = Pattern.compile("\\$here/([a-z-]+\\.(?:txt|properties))").matcher(script);
        var missing = new ArrayList<String>();
        while (wanted.find()) {
            if (!Files.exists(installed.resolve(wanted.group(1)))) {
                missing.add(wanted.group(1));
            }
        }

        assertEquals(List.of(), missing);
        assertTrue(Files.isExecutable(installed.resolve("predella")));
        assertEquals(List.of("[\"/opt/predella/predella\"]"), dockerfile("ENTRYPOINT"));
        assertEquals(List.of("[\"serve\"]"), dockerfile("CMD"));
    }

    @Test
    void theImageRunsAsAUserOfItsOwnAndHoldsNoSecret() throws IOException {
        String text = Files.readString(DOCKER.resolve("Dockerfile"));
        var environment = new HashMap<String, String>();
        for (String line : dockerfile("ENV")) {
            for (String pair : line.split("\\s+", -1)) {
                environment.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }

        assertEquals(List.of("predella"), dockerfile("USER"));
        assertEquals(List.of(PORT), dockerfile("EXPOSE"));
        assertEquals(List.of("SIGTERM"), dockerfile("STOPSIGNAL"));
        assertEquals(1, dockerfile("HEALTHCHECK").size());
        assertFalse(SECRET.matcher(text).find());
        environment.remove("OS_GLANCE_CONFIG_DIR");
        assertAccepted(environment);
    }

    @Test
    void theUnitStartsWhatIsThere() throws IOException {
        String unit = Files.readString(DOCKER.resolve("predella.service"));
        String start = value(unit, "ExecStart");
        String help = Files.readString(DOCKER.resolve("predella"));
        var environment = new HashMap<String, String>();
        var lines = Pattern.compile("(?m)^Environment=([A-Z_]+)=(.*)$").matcher(unit);
        while (lines.find()) {
            environment.put(lines.group(1), lines.group(2));
        }

        assertTrue(start.startsWith("/opt/predella/predella serve"), start);
        for (String word : start.split("\\s+", -1)) {
            assertTrue(!word.startsWith("--") || help.contains("  " + word + " "), word);
        }
        assertTrue(Integer.parseInt(value(unit, "TimeoutStopSec")) > DRAIN_SECONDS);
        assertTrue(unit.contains("EnvironmentFile=-/etc/predella/predella.conf"));
        environment.remove("OS_GLANCE_CONFIG_DIR");
        assertAccepted(environment);
    }

    @Test
    void theExampleForTheUnitNamesRealSettings() throws IOException {
        var environment = new HashMap<String, String>();
        var lines = ASSIGNMENT.matcher(Files.readString(DOCKER.resolve("predella.conf")));
        while (lines.find()) {
            environment.put(lines.group(1), lines.group(2));
        }

        assertTrue(environment.size() > 5);
        assertAccepted(environment);
    }

    @Test
    void systemdUnderstandsTheUnit() throws Exception {
        Tools.need("systemd-analyze");
        Path unit = directory.resolve("predella.service");
        Files.writeString(
                unit,
                Files.readString(DOCKER.resolve("predella.service"))
                        .replace(
                                "/opt/predella/predella",
                                DOCKER.resolve("predella").toAbsolutePath().toString()));

        assertEquals("0 ", said("systemd-analyze", "verify", "--man=no", unit.toString()));
    }

    @Test
    void theProxyUnderstandsItsFile() throws Exception {
        Tools.need("haproxy");

        assertEquals(
                "0 ",
                said("haproxy", "-q", "-c", "-f", DOCKER.resolve("haproxy.cfg").toString()));
    }

    /** Status and complaints of a command, without what it only remarks. */
    private static String said(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return status + " "
                + String.join(
                        "\n",
                        output.lines()
                                .filter(line -> !line.startsWith("["))
                                .filter(line -> !line.startsWith("Warnings were found"))
                                .toList());
    }

    /** Insists that the service, or the script that starts it, knows every variable, and that the values are in range. */
    private static void assertAccepted(Map<String, String> environment) {
        var with = new HashMap<>(environment);
        with.put("OS_GLANCE_CONFIG_DIR", "/nowhere");
        String script = read(DOCKER.resolve("predella"));
        List<String> wrong;
        try {
            wrong = AllSettings.check(Settings.load(Map.of(), with));
        } catch (SettingsProblems problems) {
            wrong = problems.problems();
        }
        Set<String> ours = Set.of("PREDELLA_", "DATABASE_", "OSLO_MIDDLEWARE_");

        assertEquals(List.of(), wrong);
        for (String name : environment.keySet()) {
            assertTrue(ours.stream().anyMatch(name::startsWith), name);
            assertTrue(
                    AllSettings.CATALOGUE.keys().stream()
                                    .anyMatch(key -> key.key().replace('.', '_').equalsIgnoreCase(name))
                            || script.contains("${" + name),
                    name);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What stands behind an instruction of the Dockerfile, each time on one line; that of the last stage. */
    private static List<String> dockerfile(String instruction) throws IOException {
        String text = Files.readString(DOCKER.resolve("Dockerfile")).replaceAll("\\\\\\n\\s*", " ");
        return text.lines()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length()).strip())
                .toList();
    }

    private static String value(String unit, String key) {
        var line = Pattern.compile("(?m)^" + key + "=(.*)$").matcher(unit);
        assertTrue(line.find(), key);
        return line.group(1);
    }

    private static Map<String, Object> yaml(String name) throws IOException {
        try (Reader reader = Files.newBufferedReader(DOCKER.resolve(name))) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        }
    }

    @SuppressWarnings("unchecked") // Whatever else it is, the test fails.
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** The entries of a list or the keys of a map. */
    private static List<String> names(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().map(String::valueOf).toList();
        }
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
