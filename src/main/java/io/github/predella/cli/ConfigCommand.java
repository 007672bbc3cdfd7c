package io.github.predella.cli;

import io.github.predella.config.EffectiveSetting;
import io.github.predella.config.SettingsProblems;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the configuration as the service would read it. */
@Command(name = "config", description = "Look at the configuration.")
final class ConfigCommand extends CommandGroup {

    private final CommandParts parts;
    private final PrintWriter out;
    private final PrintWriter err;

    ConfigCommand(CommandParts parts, PrintWriter out, PrintWriter err) {
        this.parts = parts;
        this.out = out;
        this.err = err;
    }

    @Command(
            name = "check",
            description =
                    "Read everything. Tells all problems, and what is set without effect; status 1 with problems.")
    int check() {
        try {
            var advice = parts.check();
            advice.forEach(out::println);
            out.println("The configuration in " + parts.settings().directory() + " can be used.");
            return 0;
        } catch (SettingsProblems wrong) {
            wrong.problems().forEach(problem -> err.println("ERROR: " + problem));
            return 1;
        }
    }

    @Command(name = "show", description = "Tell which settings are in force and where each comes from.")
    int show(@Option(names = "--all", description = "also those that nobody has set") boolean all) {
        parts.effective().stream().filter(setting -> all || setting.isSet()).forEach(this::print);
        return 0;
    }

    private void print(EffectiveSetting setting) {
        out.println(setting.spoken() + " = " + setting.text() + "    # " + setting.origin());
    }
}
