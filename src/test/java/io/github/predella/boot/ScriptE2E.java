package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script as it is delivered: it starts the service, signals reach it, and its commands work beside it. */
class ScriptE2E {

    private static final Duration START = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void operatorMakesStartsReloadsStopsAndRepairsAService() throws Exception {
        var script = new Script(directory)
                .with("PREDELLA_PID_FILE", directory.resolve("pid").toString());
        Path config = directory.resolve("glance-api.conf");
        Files.writeString(config, "[predella]\ndrain_delay = 0\ndata_dir = " + directory.resolve("data") + "\n");

        assertEquals(new Script.Answer(0, "The phase expand is due", ""), firstWords(script.run("", "db", "check"), 3));
        assertEquals(0, script.run("", "db_sync").status());
        assertEquals(
                "The database is up to date.", script.run("", "db", "check").out());
        assertEquals(0, script.run("", "config", "check").status());

        int port = freePort();
        Path log = directory.resolve("log");
        var service = script.begin(log, "serve", "--port", String.valueOf(port));
        awaitReady(port, service, log);
        assertEquals(
                service.pid(),
                Long.parseLong(Files.readString(directory.resolve("pid")).strip()));

        var busy = script.run("", "user", "list");
        assertEquals(
                new Script.Answer(
                        1,
                        "",
                        "ERROR: the embedded database is in use by another process, perhaps a running service: stop it first"),
                busy);

        Files.writeString(
                config, "[DEFAULT]\ndebug = true\napi_limit_max = 7\n", java.nio.file.StandardOpenOption.APPEND);
        assertEquals(new Script.Answer(0, "", ""), script.run("", "reload"));
        Await.until(
                () -> text(log).contains("[DEFAULT] api_limit_max has changed and takes effect with the next start"));
        assertTrue(text(log).contains("The configuration was read again"));
        assertTrue(service.isAlive());

        Files.writeString(config, "[DEFAULT]\nscrub_time = x\n", java.nio.file.StandardOpenOption.APPEND);
        script.run("", "reload");
        Await.until(() -> text(log).contains("is refused, the former one stays: [DEFAULT] scrub_time = x"));
        Files.writeString(config, Files.readString(config).replace("scrub_time = x", ""));

        service.destroy();
        assertTrue(service.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, service.exitValue());

        assertEquals(
                "The password of admin was set.",
                script.run("fresh-password\n", "user", "set-password", "admin").out());
        var again = script.begin(log, "serve", "--port=" + port);
        awaitReady(port, again, log);
        var login = Api.stranger(URI.create("http://localhost:" + port)).post("/identity/v3/auth/tokens", """
                {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"admin",
                "domain":{"id":"default"},"password":"fresh-password"}}}}}""");
        assertEquals(201, login.statusCode());
        again.destroy();
        assertTrue(again.waitFor(1, TimeUnit.MINUTES));
    }

    @Test
    void startThatFailsEndsWithStatusOneAndOneLine() throws Exception {
        Files.writeString(directory.resolve("glance-api.conf"), "[predella]\nnonsense = 1\n");
        Path log = directory.resolve("log");

        var service = new Script(directory).begin(log, "serve", "--port", String.valueOf(freePort()));

        assertTrue(service.waitFor(START.toSeconds(), TimeUnit.SECONDS));
        assertEquals(1, service.exitValue());
        assertEquals(
                1,
                text(log)
                        .lines()
                        .filter(line -> line.startsWith("Predella cannot start: [predella] nonsense ("))
                        .count());
    }

    @Test
    void whatTheScriptCannotDoIsToldInOneLine() {
        var script = new Script(directory);

        assertEquals(
                new Script.Answer(2, "", "ERROR: serve does not know --nonsense (see predella serve --help)"),
                script.run("", "serve", "--nonsense"));
        assertEquals(new Script.Answer(2, "", "ERROR: not a port: x"), script.run("", "serve", "--port", "x"));
        assertEquals(
                new Script.Answer(2, "", "ERROR: which service? Name the file that serve has written: --pid-file FILE"),
                script.run("", "reload"));
        assertTrue(script.run("", "serve", "--help").out().startsWith("Usage: predella serve"));
        assertEquals(
                new Script.Answer(1, "", "ERROR: there is no predella.war; PREDELLA_WAR says where it is"),
                new Script(directory).with("PREDELLA_WAR", "/nowhere.war").run("", "serve"));
    }

    private static Script.Answer firstWords(Script.Answer answer, int status) {
        assertEquals(status, answer.status(), answer::toString);
        return new Script.Answer(0, answer.out().replaceAll(":.*", ""), answer.err());
    }

    private static void awaitReady(int port, Process service, Path log) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Await.until(START, () -> {
            assertTrue(service.isAlive(), () -> text(log));
            try {
                return HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    private static String text(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
