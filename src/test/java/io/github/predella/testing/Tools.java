package io.github.predella.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The programs of the machine that some tests need; where one is missing, such a test is skipped and says so. */
public final class Tools {

    private Tools() {}

    /** Skips the running test unless all of the programs are there. */
    public static void need(String... programs) {
        for (String program : programs) {
            Assumptions.assumeTrue(isThere(program), program + " is not installed");
        }
    }

    /** Skips the running test unless the file is there. */
    public static Path needFile(String file, String supplier) {
        var path = Path.of(file);
        Assumptions.assumeTrue(Files.exists(path), file + " is missing: install " + supplier);
        return path;
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
