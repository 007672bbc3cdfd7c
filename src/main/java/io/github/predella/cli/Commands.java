package io.github.predella.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Runs one command. The status is 0 when it did what it was asked, 1 when it could not, and 2 when the request was not
 * understood; {@code db check} has further ones. What went wrong is told in one line on the error stream.
 */
public final class Commands {

    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private static final String DATABASE = "db";

    private final CommandLine line;
    private final PrintWriter err;

    /**
     * @param version of this build
     * @param passwords where commands get passwords from
     */
    public Commands(CommandParts parts, String version, PasswordSource passwords, PrintWriter out, PrintWriter err) {
        this.err = err;
        this.line = new CommandLine(new PredellaCommand());
        line.getCommandSpec().versionProvider(new VersionText(version));
        line.addSubcommand(database(parts, out));
        line.addSubcommand(new ConfigCommand(parts, out, err));
        line.addSubcommand(new ScrubCommand(parts, out));
        line.addSubcommand(new UserCommand(parts, passwords, out));
        line.addSubcommand(new CacheCommand(out));
        line.addSubcommand(new TlsCommand(out, err));
        addHelp(line.getCommandSpec());
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpWidth(110);
        line.setParameterExceptionHandler((misunderstood, arguments) -> misunderstood(misunderstood));
        line.setExecutionExceptionHandler((failure, command, result) -> failed(parts.reason(failure)));
    }

    private static CommandLine database(CommandParts parts, PrintWriter out) {
        return new CommandLine(new DbCommand(parts, out))
                .addSubcommand(new LoadMetadefsCommand(parts, out))
                .addSubcommand(new ExportMetadefsCommand(parts, out))
                .addSubcommand(new UnloadMetadefsCommand(parts, out));
    }

    private static void addHelp(CommandSpec spec) {
        spec.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        spec.subcommands().values().forEach(sub -> addHelp(sub.getCommandSpec()));
    }

    /** Runs the command and returns its status. */
    public int run(String... arguments) {
        return line.execute(spelledOut(arguments));
    }

    /** The reference's older form {@code db_sync} is {@code db sync}. */
    private static String[] spelledOut(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].startsWith(DATABASE + "_")) {
            return arguments;
        }
        var words = new ArrayList<>(List.of(DATABASE, arguments[0].substring(DATABASE.length() + 1)));
        words.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        return words.toArray(String[]::new);
    }

    private int misunderstood(ParameterException failure) {
        err.println("ERROR: " + oneLine(failure.getMessage()) + " (see "
                + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        err.flush();
        return NOT_UNDERSTOOD;
    }

    private int failed(String reason) {
        err.println("ERROR: " + reason);
        err.flush();
        return FAILED;
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
