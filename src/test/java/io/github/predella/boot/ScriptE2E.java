package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Certificate;
import io.github.predella.testing.Installed;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Script;
import io.github.predella.testing.StockClients;
import io.github.predella.testing.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script where it is installed, as a user without rights: it starts the service, signals reach it, and its commands
 * work beside it.
 */
class ScriptE2E {

    private static final Duration START = Duration.ofMinutes(3);

    private static final Path SERVER = Path.of(System.getProperty("predella.server", "none"));

    @TempDir
    Path directory;

    @TempDir
    Path machine;

    @Test
    void operatorMakesStartsReloadsStopsAndRepairsAService() throws Exception {
        Tools.need("openssl", "openstack");
        Files.setPosixFilePermissions(machine, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path installed = Installed.in(machine, LocalServer.builtWar(), SERVER, true);
        var script = Script.installed(installed.resolve("predella"), directory)
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
                script.run(LocalServer.PASSWORD + "\n", "user", "set-password", "admin")
                        .out());
        var certificate = Certificate.in(directory, "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        Files.setPosixFilePermissions(certificate.key(), PosixFilePermissions.fromString("rw-r--r--"));
        int tlsPort = freePort();
        var again = script.with("PREDELLA_TLS_KEY", certificate.key().toString())
                .begin(
                        log,
                        "serve",
                        "--port=" + port,
                        "--address=127.0.0.2",
                        "--tls-certificate=" + certificate.chain(),
                        "--tls-port=" + tlsPort);
        awaitReady(port, again, log);
        var login = Api.stranger(URI.create("http://localhost:" + port))
                .post("/identity/v3/auth/tokens", """
                {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"admin",
                "domain":{"id":"default"},"password":"%s"}}}}}""".formatted(LocalServer.PASSWORD));
        assertEquals(201, login.statusCode());
        new StockClients(directory, "https://127.0.0.2:" + tlsPort)
                .trusting(certificate)
                .pass("edge.sh", "through");
        assertThrows(
                IOException.class,
                () -> new Socket("127.0.0.2", port).close(),
                "without TLS the service listens on loopback's usual address only");
        assertEquals(List.of("rw-------"), permissions(directory.resolve("cache"), "*" + tlsPort + "*"));
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
                new Script.Answer(2, "", "ERROR: TLS needs both --tls-certificate and --tls-key"),
                script.run("", "serve", "--tls-key", "/nowhere.key"));
        assertEquals(
                new Script.Answer(
                        1, "", "ERROR: /nowhere.pem cannot be read: java.nio.file.NoSuchFileException: /nowhere.pem"),
                script.run("", "serve", "--tls-key", "/nowhere.pem", "--tls-certificate", "/nowhere.pem"));
        assertEquals(
                new Script.Answer(2, "", "ERROR: which service? Name the file that serve has written: --pid-file FILE"),
                script.run("", "reload"));
        assertTrue(script.run("", "serve", "--help").out().startsWith("Usage: predella serve"));
        assertEquals(
                new Script.Answer(1, "", "ERROR: there is no predella.war; PREDELLA_WAR says where it is"),
                new Script(directory).with("PREDELLA_WAR", "/nowhere.war").run("", "serve"));
    }

    @Test
    void aMachineThatDoesNotKnowItselfIsToldSo() throws Exception {
        Path tools = Files.createDirectory(directory.resolve("tools"));
        Path resolver = Files.writeString(tools.resolve("getent"), "#!/bin/sh\nexit 2\n");
        Files.setPosixFilePermissions(resolver, PosixFilePermissions.fromString("rwxr-xr-x"));

        var answer = new Script(directory)
                .with("PATH", tools + ":" + System.getenv("PATH"))
                .run("", "serve");

        assertEquals(1, answer.status());
        assertTrue(answer.err().startsWith("ERROR: this machine does not know its own name: add "), answer::err);
    }

    /** Every set of permissions that files of that name have. */
    private static List<String> permissions(Path directory, String name) throws IOException {
        try (var files = Files.newDirectoryStream(directory, name)) {
            var found = new TreeSet<String>();
            for (Path file : files) {
                found.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            return List.copyOf(found);
        }
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
