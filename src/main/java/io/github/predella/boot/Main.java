package io.github.predella.boot;

import io.github.predella.cli.Commands;
import io.github.predella.cli.PasswordSource;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the commands in a process of their own, without a server. */
public final class Main {

    /** Held, since a level is lost with the last reference to its logger. What matters is told by the commands. */
    private static final Logger ALL = Logger.getLogger("");

    /** What the launcher says about the archive that it comes from. */
    private static final String VERSION = "launcher.version";

    private Main() {}

    /** Ends the process with the status of the command. */
    public static void main(String[] arguments) {
        ALL.setLevel(Level.OFF);
        // The log of the embedded database may be a running service's.
        System.setProperty("derby.infolog.append", "true");
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        String version = System.getProperty(VERSION, "of a build that is not packed");
        int status = new Commands(new OfflineParts(), version, PasswordSource.ofProcess(), out, err).run(arguments);
        out.flush();
        err.flush();
        System.exit(status);
    }
}
