package io.github.predella.imports.plugins;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program of the machine that is only run within limits. It sees nothing of this process's environment, gains no
 * privileges, and is ended with this process, however that ends. Safe for several threads.
 *
 * @param setpriv the program that takes privileges away, with its arguments
 * @param prlimit the program that sets limits
 * @param program the program itself; all of them with their absolute paths
 */
record LimitedProgram(List<String> setpriv, String prlimit, String program) {

    /** Every thread of a process may have an arena of its own, which would use up the address space. */
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "MALLOC_ARENA_MAX", "2");

    /**
     * Looks for a program, and for those that set its limits.
     *
     * @param path the directories to look in, as the shell has them
     * @throws IllegalArgumentException with a sentence that says what is missing
     */
    static LimitedProgram find(String program, String path) {
        return new LimitedProgram(
                List.of(located("setpriv", path), "--no-new-privs", "--pdeathsig", "KILL"),
                located("prlimit", path),
                located(program, path));
    }

    private static String located(String program, String path) {
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, program))
                .filter(file -> file.isAbsolute() && Files.isExecutable(file) && Files.isRegularFile(file))
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the plugin image_conversion needs the program " + program + ", which is not installed"));
    }

    /**
     * Starts it in the root directory, without input. It is also ended when the calling thread ends, which therefore has
     * to wait for it.
     */
    ProgramRun start(Limits limits, List<String> arguments) throws IOException {
        var command = new ArrayList<>(setpriv);
        command.add(prlimit);
        command.addAll(limits.arguments());
        command.add(program);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return new ProgramRun(builder.start(), limits.seconds());
    }
}
