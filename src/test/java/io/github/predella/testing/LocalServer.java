package io.github.predella.testing;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The built WAR in a server process of its own, as an operator would start it, so that it can be killed and started
 * again on the same data. The process ends with the test's virtual machine at the latest.
 */
public final class LocalServer implements AutoCloseable {

    /** The administrator's password in every server of the tests. */
    public static final String PASSWORD = "testing-password";

    /** Two servers that start together on a busy machine take longer than one does. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String DATABASE = "database";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private final String war;
    private boolean muchData;
    private Path configuration;
    private Process process;

    private LocalServer(Path data, int port, Map<String, String> settings, String war) {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.war = war;
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param data directory for its data and its log
     * @param settings further settings, {@code group.key} to value
     */
    public static LocalServer start(Path data, Map<String, String> settings) {
        return start(data, settings, builtWar());
    }

    /**
     * Starts a server on an operator's files of settings and waits until it is ready.
     *
     * @param data directory for its data and its log
     * @param configuration the directory with the files
     */
    public static LocalServer startOn(Path data, Path configuration) {
        var server = new LocalServer(data, freePort(), Map.of(), builtWar().toString());
        server.configuration = configuration;
        server.start();
        return server;
    }

    /** The WAR that the build has made. */
    public static Path builtWar() {
        return Path.of(System.getProperty("predella.war"));
    }

    /** As {@link #start(Path, Map)}, with another WAR than the one that was built. */
    public static LocalServer start(Path data, Map<String, String> settings, Path war) {
        var server = new LocalServer(data, freePort(), settings, war.toString());
        server.start();
        return server;
    }

    /** As {@link #start(Path, Map)}, for a test that moves so many bytes that digests take longer than the start. */
    public static LocalServer startForMuchData(Path data, Map<String, String> settings) {
        var server = new LocalServer(data, freePort(), settings, builtWar().toString());
        server.muchData = true;
        server.start();
        return server;
    }

    /** Starts the process on the data that is there and waits until it is ready. */
    public void start() {
        try {
            Files.createDirectories(data);
            if (usesDerby() && Files.notExists(data.resolve(DATABASE))) {
                MigratedDerby.copyTo(data.resolve(DATABASE));
            }
            var builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            if (configuration != null) {
                builder.environment().put("OS_GLANCE_CONFIG_DIR", configuration.toString());
            }
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        awaitReady();
    }

    /** Whether nothing says which database it is, and the tables are those of the WAR that was built. */
    private boolean usesDerby() {
        return configuration == null
                && !settings.containsKey("database.connection")
                && war.equals(builtWar().toString());
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dorg.glassfish.grizzly.http.USE_SEND_FILE=true",
                "-Dpredella.data_dir=" + data,
                "-Dpredella.port=" + port,
                "-Dpredella.admin_password=" + PASSWORD,
                "-Dpredella.exit_on_failure=true",
                "-Dpredella.drain_time=0"));
        if (!muchData && !"full".equals(System.getProperty("torture"))) {
            // The first compiler alone halves the processor time of a start, and digests take three times as long.
            command.add("-XX:TieredStopAtLevel=1");
        }
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-jar", System.getProperty("predella.server"),
                "--nohazelcast", "--disablephonehome",
                "--contextroot", "/",
                "--port", String.valueOf(port),
                "--prebootcommandfile", "docker/preboot.txt",
                "--postdeploycommandfile", "docker/postdeploy.txt",
                "--logproperties", "docker/logging.properties",
                "--deploy", war));
        return command;
    }

    /** The address of the service, without a slash at the end. */
    public String address() {
        return "http://localhost:" + port;
    }

    public Path data() {
        return data;
    }

    /** The running process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Everything that the process has printed, also in former lives. */
    public Path log() {
        return data.resolve("server.log");
    }

    /** Ends the process as a power cut would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends the process as an operator would, waits until it is gone, and returns its status. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Waits until the process is gone, and returns its status. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return process.exitValue();
    }

    private void awaitReady() {
        var request = HttpRequest.newBuilder(URI.create(address() + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            try {
                if (isReady(request)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        String state = process.isAlive() ? "still starts" : "ended with " + process.exitValue();
        process.destroyForcibly();
        throw new IllegalStateException("the server did not become ready; it " + state + ":\n" + lastLines());
    }

    private static boolean isReady(HttpRequest request) throws InterruptedException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            // Nobody listens on the port yet.
            return false;
        }
    }

    /** The log goes with the test's directory. */
    private String lastLines() {
        try {
            var lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException unreadable) {
            return "without a log: " + unreadable;
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
