package io.github.predella.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that holds a lock on a file, as a writer does, until it is killed or its input ends. */
public final class LockHolder {

    private LockHolder() {}

    /** Starts the process and returns once it holds the lock. */
    public static Process start(Path file) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int answer = process.getInputStream().read();
        if (answer != '!') {
            throw new IOException("no lock");
        }
        return process;
    }

    public static void main(String[] arguments) throws IOException {
        try (var file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            if (file.tryLock() != null) {
                System.out.print('!');
                System.out.flush();
            }
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
