package io.github.predella.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the scripts of {@code src/test/conformance}, as the administrator of a service. */
public final class StockClients {

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    /**
     * @param directory for the files of the scripts
     * @param address of the service, without a slash at the end
     */
    public StockClients(Path directory, String address) {
        this.directory = directory;
        environment.put("WORK", directory.toString());
        environment.put("OS_AUTH_URL", address + "/identity/v3");
        environment.put("OS_IDENTITY_API_VERSION", "3");
        environment.put("OS_USERNAME", "admin");
        environment.put("OS_PASSWORD", LocalServer.PASSWORD);
        environment.put("OS_PROJECT_NAME", "admin");
        environment.put("OS_USER_DOMAIN_ID", "default");
        environment.put("OS_PROJECT_DOMAIN_ID", "default");
    }

    /** The same with an authority that the clients trust. */
    public StockClients trusting(Certificate certificate) {
        environment.put("OS_CACERT", certificate.authority().toString());
        return this;
    }

    /** Insists that a script finds everything as it should be. */
    public void pass(String script, String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve(script + ".log");
        var command = new ArrayList<>(List.of("bash", "src/test/conformance/" + script));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(script + " did not end");
        }
        assertEquals(0, process.exitValue(), () -> read(output));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
