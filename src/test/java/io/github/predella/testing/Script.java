package io.github.predella.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The script {@code predella} as an operator calls it, with an environment of its own. */
public final class Script {

    private static final long PATIENCE_MINUTES = 3;
    private static final int NOBODY = 65_534;

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> command = new ArrayList<>();

    /** @param directory holds the configuration, what the commands unpack, and what they print */
    public Script(Path directory) {
        this.directory = directory;
        command.add(Path.of("docker/predella").toAbsolutePath().toString());
        environment.put("OS_GLANCE_CONFIG_DIR", directory.toString());
        environment.put("PREDELLA_CACHE", directory.resolve("cache").toString());
        environment.put("PREDELLA_WAR", LocalServer.builtWar().toString());
        environment.put("PREDELLA_SERVER", System.getProperty("predella.server"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /**
     * The script where it was installed with all its parts, as a user who owns nothing but the script's directory and
     * its files, where the running user may become one.
     */
    public static Script installed(Path script, Path directory) throws IOException {
        var installed = new Script(directory);
        installed.environment.remove("PREDELLA_WAR");
        installed.environment.remove("PREDELLA_SERVER");
        installed.command.clear();
        if (System.getProperty("user.name").equals("root")) {
            installed.command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
            Files.setAttribute(directory, "unix:uid", NOBODY);
        }
        installed.command.add(script.toString());
        return installed;
    }

    /** What a command has printed on both streams, and its status. */
    public record Answer(int status, String out, String err) {}

    /** The same script with one more variable. */
    public Script with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs a command to its end. */
    public Answer run(String input, String... arguments) {
        try {
            Path out = Files.createTempFile(directory, "out", "");
            Path err = Files.createTempFile(directory, "err", "");
            var process = builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + String.join(" ", arguments));
            }
            return new Answer(
                    process.exitValue(),
                    Files.readString(out).strip(),
                    Files.readString(err).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts a command that goes on; it ends with this virtual machine at the latest. */
    public Process begin(Path log, String... arguments) throws IOException {
        var process = builder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private ProcessBuilder builder(String... arguments) {
        var words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
