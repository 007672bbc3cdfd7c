package io.github.predella.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Keystone (package {@code python3-keystone}) on loopback with a database and keys of its own, so that it can be
 * stopped and started again on the same data. It ends with the test's virtual machine at the latest.
 */
public final class LocalKeystone implements AutoCloseable {

    /** The password of the user {@code admin}, in the project {@code admin}. */
    public static final String PASSWORD = "testing-password";

    private static final String SERVER = """
            import sqlite3
            import sys
            # A reader that Keystone leaves behind after a refusal must not keep writers out.
            sqlite3.connect('keystone.db').execute('PRAGMA journal_mode=WAL').close()
            port = int(sys.argv[1])
            sys.argv = ['keystone']
            from wsgiref.simple_server import WSGIServer, make_server
            from keystone.server.wsgi import initialize_public_application

            # One request after the other: SQLite locks out whoever comes on another thread.
            class Server(WSGIServer):
                request_queue_size = 100

            make_server('127.0.0.1', port, initialize_public_application(), Server).serve_forever()
            """;

    private final Path directory;
    private final int port;
    private Process process;

    private LocalKeystone(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Skips the running test where there is no Keystone. */
    public static void need() {
        Tools.need("keystone-manage");
        Tools.needFile("/usr/lib/python3/dist-packages/keystone", "python3-keystone");
    }

    /**
     * Makes a Keystone with an administrator and starts it.
     *
     * @param directory for all it needs; made when it is not there
     */
    public static LocalKeystone start(Path directory) {
        var keystone = new LocalKeystone(directory, LocalServer.freePort());
        try {
            keystone.make();
            keystone.start(Duration.ofHours(1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return keystone;
    }

    private void make() throws IOException {
        for (String name : List.of("tokens", "credentials")) {
            Files.createDirectories(directory.resolve(name));
        }
        Files.writeString(directory.resolve("serve.py"), SERVER);
        configure(Duration.ofHours(1));
        manage("db_sync");
        String user = System.getProperty("user.name");
        for (String keys : List.of("fernet_setup", "credential_setup")) {
            manage(keys, "--keystone-user", user, "--keystone-group", group(user));
        }
        manage(
                "bootstrap",
                "--bootstrap-password",
                PASSWORD,
                "--bootstrap-region-id",
                "RegionOne",
                "--bootstrap-public-url",
                address() + "/v3",
                "--bootstrap-internal-url",
                address() + "/v3",
                "--bootstrap-admin-url",
                address() + "/v3");
    }

    private static String group(String user) throws IOException {
        var answer = new ProcessBuilder("id", "-gn", user).start();
        return new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private void configure(Duration life) throws IOException {
        Files.writeString(directory.resolve("keystone.conf"), """
                [DEFAULT]
                use_stderr = true
                [database]
                connection = sqlite:///%1$s/keystone.db
                [token]
                expiration = %2$d
                [fernet_tokens]
                key_repository = %1$s/tokens
                [fernet_receipts]
                key_repository = %1$s/tokens
                [credential]
                key_repository = %1$s/credentials
                [cache]
                enabled = false
                """.formatted(directory, life.toSeconds()));
    }

    private void manage(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("keystone-manage", "--config-file", directory + "/keystone.conf"));
        command.addAll(List.of(arguments));
        var done = run(command);
        try {
            if (!done.waitFor(2, TimeUnit.MINUTES) || done.exitValue() != 0) {
                done.destroyForcibly();
                throw new IOException(arguments[0] + " failed, see " + log());
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Process run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("OS_KEYSTONE_CONFIG_DIR", directory.toString());
        return builder.start();
    }

    private Path log() {
        return directory.resolve("keystone.log");
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param life of the tokens that it will give out
     */
    public void start(Duration life) throws IOException {
        configure(life);
        process = run(List.of("/usr/bin/python3", "serve.py", String.valueOf(port)));
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Await.until(this::answers);
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(URI.create(address() + "/v3")).timeout(Duration.ofSeconds(10));
            return client().send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A fresh one each time: the server ends every connection after its answer, which the client may notice late. */
    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Ends the server. */
    public void stop() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
    }

    /** The address, without a version. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** A token of a user of the domain {@code default}, for a project. */
    public String token(String user, String password, String project) {
        return post(null, "/v3/auth/tokens", """
                        {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"%s",
                        "domain":{"id":"default"},"password":"%s"}}},
                        "scope":{"project":{"name":"%s","domain":{"id":"default"}}}}}""".formatted(user, password, project))
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
    }

    /** Makes something; fails when Keystone refuses. */
    public HttpResponse<String> post(String token, String path, String json) {
        return send(token, path, "POST", json);
    }

    /** What is at an address. */
    public JsonObject get(String token, String path) {
        try (var json =
                Json.createReader(new StringReader(send(token, path, "GET", "").body()))) {
            return json.readObject();
        }
    }

    private HttpResponse<String> send(String token, String path, String method, String body) {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (token != null) {
            request.header("X-Auth-Token", token);
        }
        try {
            var answer = client().send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + answer.body());
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
