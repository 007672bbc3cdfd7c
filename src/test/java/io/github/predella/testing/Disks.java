package io.github.predella.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Disks made by {@code qemu-img}; see {@link Tools#need}. */
public final class Disks {

    private Disks() {}

    /** Converts a file, of whatever format it looks like, and returns the new one. */
    public static Path converted(Path from, Path to, String format, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("convert", "-O", format));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(from.toString(), to.toString()));
        run(arguments.toArray(String[]::new));
        return to;
    }

    /** Whether a guest would see the same in both. */
    public static boolean same(Path first, String firstFormat, Path second, String secondFormat) throws IOException {
        return status("compare", "-f", firstFormat, "-F", secondFormat, first.toString(), second.toString()) == 0;
    }

    /** Runs the program; it must be content. */
    public static void run(String... arguments) throws IOException {
        if (status(arguments) != 0) {
            throw new IOException("qemu-img " + String.join(" ", arguments) + " failed");
        }
    }

    private static int status(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("qemu-img"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int status = process.waitFor();
            if (status > 1) {
                throw new IOException(said);
            }
            return status;
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
