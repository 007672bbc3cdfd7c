package io.github.predella.imports.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.testing.Tools;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitedProgramTest {

    private static final long MIB = 1024 * 1024;
    private static final Limits WIDE = new Limits(10, 1024 * MIB, MIB, 30);

    @TempDir
    private Path directory;

    @BeforeAll
    static void theProgramsAreThere() {
        Tools.need("setpriv", "prlimit", "sh");
    }

    private static ProgramRun.Outcome run(Limits limits, String script) throws IOException {
        var shell = LimitedProgram.find("sh", System.getenv("PATH"));
        try (var run = shell.start(limits, List.of("-c", script))) {
            return run.await(printed -> {});
        }
    }

    @Test
    void whatItPrintsAndComplainsAboutIsHeard() throws IOException {
        var outcome = run(WIDE, "echo yes; echo no >&2; exit 3");

        assertEquals(new ProgramRun.Outcome(3, "yes\n", "no\n", false), outcome);
        assertFalse(outcome.isFine());
    }

    @Test
    void anEndlessTalkerIsNotRemembered() throws IOException {
        var outcome = run(new Limits(10, 1024 * MIB, MIB, 1), "while :; do echo 0123456789; echo 1 >&2; done");

        assertTrue(outcome.late());
        assertTrue(outcome.printed().length() < 2 * MIB);
    }

    @Test
    void itSeesNothingOfTheEnvironmentAndStartsInTheRoot() throws IOException {
        var outcome = run(WIDE, "echo $HOME $PWD $LC_ALL");

        assertEquals("/ C\n", outcome.printed());
    }

    @Test
    void itEndsWhenItsTimeIsOver() throws IOException {
        var outcome = run(new Limits(10, 1024 * MIB, MIB, 1), "sleep 60");

        assertTrue(outcome.late());
    }

    @Test
    void itEndsWhenItUsesTooMuchOfTheProcessor() throws IOException {
        var outcome = run(new Limits(1, 1024 * MIB, MIB, 30), "while :; do :; done");

        assertFalse(outcome.isFine());
        assertFalse(outcome.late());
    }

    @Test
    void itCannotWriteMoreThanAllowed() throws IOException {
        Path file = directory.resolve("file");

        var outcome = run(WIDE, "while :; do echo 0123456789 || exit 1; done >" + file);

        assertFalse(outcome.isFine());
        assertTrue(Files.size(file) <= MIB);
    }

    @Test
    void itCannotUseMoreMemoryThanAllowed() throws IOException {
        Tools.need("python3");
        var outcome = run(WIDE, "/usr/bin/python3 -c 'len(bytes(2 << 30))'");

        assertFalse(outcome.isFine());
    }

    @Test
    void whoeverStopsWaitingEndsIt() throws IOException {
        Path file = directory.resolve("alive");
        var shell = LimitedProgram.find("sh", System.getenv("PATH"));

        try (var run = shell.start(WIDE, List.of("-c", "sleep 1; echo >" + file))) {
            assertThrows(
                    Fault.class,
                    () -> run.await(printed -> {
                        throw Fault.conflict("enough");
                    }));
        }
        run(WIDE, "sleep 1.5");

        assertFalse(Files.exists(file));
    }

    @Test
    void anInterruptEndsTheWaiting() throws IOException {
        var shell = LimitedProgram.find("sh", System.getenv("PATH"));

        try (var run = shell.start(WIDE, List.of("-c", "sleep 60"))) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, () -> run.await(printed -> {}));
        }

        assertTrue(Thread.interrupted());
    }

    /** A process that is killed is the end of all of its threads. */
    @Test
    void itEndsWithTheThreadThatStartedIt() throws Exception {
        var shell = LimitedProgram.find("sh", System.getenv("PATH"));
        var starting = new FutureTask<>(() -> {
            var run = shell.start(WIDE, List.of("-c", "echo begun; exec sleep 60"));
            // A thread that ends before the program has asked to be ended with it is not waited for any more.
            assertThrows(Fault.class, () -> run.await(LimitedProgramTest::leaveOnceBegun));
            return run;
        });
        var thread = new Thread(starting);
        thread.start();
        thread.join();

        try (var run = starting.get()) {
            var outcome = run.await(printed -> {});

            assertFalse(outcome.isFine());
            assertFalse(outcome.late());
        }
    }

    private static void leaveOnceBegun(String printed) {
        if (printed.contains("begun")) {
            throw Fault.conflict("begun");
        }
    }

    @Test
    void aMissingProgramIsNamed() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> LimitedProgram.find("qemu-img", directory.toString()));

        assertEquals(
                "the plugin image_conversion needs the program setpriv, which is not installed", refusal.getMessage());
    }
}
