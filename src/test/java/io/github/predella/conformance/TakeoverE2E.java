package io.github.predella.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.db.Dialect;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.TestingDatabase;
import io.github.predella.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An installation of the reference service, taken over in place and given back. */
@Execution(ExecutionMode.CONCURRENT)
class TakeoverE2E {

    @TempDir
    private Path directory;

    private LocalServer server;

    @BeforeEach
    void wantTheReference() {
        Tools.need("glance-api", "glance-manage", "qemu-img", "curl", "jq", "python3");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anInstallationIsTakenOverAndGivenBack(Dialect dialect) throws Exception {
        String connection = TestingDatabase.newDatabase(dialect) + (dialect == Dialect.MARIADB ? "?charset=utf8" : "");
        pass("fill", connection);
        server = LocalServer.startOn(directory.resolve("data"), directory.resolve("etc"));

        pass("over", connection);
        server.close();

        pass("back", connection);
    }

    private void pass(String phase, String connection) throws Exception {
        Path output = directory.resolve(phase + ".log");
        var builder = new ProcessBuilder("bash", "src/test/conformance/takeover.sh", phase)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("WORK", directory.toString());
        builder.environment().put("CONNECTION", connection);
        if (server != null) {
            builder.environment().put("OS_AUTH_URL", server.address() + "/identity/v3");
            builder.environment().put("OS_USERNAME", "admin");
            builder.environment().put("OS_PASSWORD", LocalServer.PASSWORD);
        }
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroyForcibly();
        }
        String told = Files.readString(output);
        assertEquals(0, process.waitFor(), () -> phase + ": " + told);
        assertTrue(told.contains(" steps held: "), () -> phase + " ended early: " + told);
    }
}
