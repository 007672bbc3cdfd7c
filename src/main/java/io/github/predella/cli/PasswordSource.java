package io.github.predella.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where a command gets a new password from: never its arguments, which everybody on the machine can read. */
@FunctionalInterface
public interface PasswordSource {

    /**
     * A new password.
     *
     * @param user whose
     * @throws RuntimeException with a sentence when there is none
     */
    String next(String user);

    /** The terminal, where it is asked for twice and not shown; without one, the first line of the standard input. */
    @SuppressWarnings("SystemConsoleNull") // the start script asks for the console that is null without a terminal
    static PasswordSource ofProcess() {
        return user -> {
            Console console = System.console();
            return console == null ? line() : asked(console, user);
        };
    }

    private static String asked(Console console, String user) {
        char[] first = console.readPassword("New password of %s: ", user);
        char[] second = console.readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new CommandProblem("the two passwords differ; nothing was changed");
        }
        return new String(first);
    }

    private static String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new CommandProblem("the standard input has no password");
            }
            return line;
        } catch (IOException failure) {
            throw new CommandProblem("the password cannot be read: " + failure.getMessage(), failure);
        }
    }
}
