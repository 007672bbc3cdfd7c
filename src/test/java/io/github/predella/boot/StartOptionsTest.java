package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The service is started with the same options whichever way it is started. */
class StartOptionsTest {

    private static final Path DOCKER = Path.of("docker");

    @Test
    void theBuildStartsTheServerAsTheScriptDoes() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        for (String option : Files.readAllLines(DOCKER.resolve("java-options.txt"))) {
            assertTrue(pom.contains("<option><value>" + option + "</value></option>"), option);
        }
        for (String option : Files.readAllLines(DOCKER.resolve("server-options.txt"))) {
            assertTrue(pom.contains("<option><key>" + option + "</key></option>"), option);
        }
    }

    @Test
    void theScriptIsPlainShell() throws IOException, InterruptedException {
        Tools.need("shellcheck");
        var check = new ProcessBuilder(
                        "shellcheck", "--shell=sh", DOCKER.resolve("predella").toString())
                .redirectErrorStream(true)
                .start();

        String complaints = new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertEquals(List.of(), complaints.lines().toList());
        assertTrue(check.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, check.exitValue());
    }
}
