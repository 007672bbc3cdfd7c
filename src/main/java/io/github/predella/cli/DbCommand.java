package io.github.predella.cli;

import io.github.predella.db.Migrator;
import io.github.predella.db.Phase;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after the tables, with the words and the statuses of the reference's command. */
@Command(name = "db", description = "Look after the tables. Each action can be written db_ACTION as well.")
final class DbCommand extends CommandGroup {

    private static final Map<Phase, Integer> DUE = Map.of(Phase.EXPAND, 3, Phase.MIGRATE, 4, Phase.CONTRACT, 5);
    private static final String HEADS = "heads";

    private final CommandParts parts;
    private final PrintWriter out;

    DbCommand(CommandParts parts, PrintWriter out) {
        this.parts = parts;
        this.out = out;
    }

    @Command(name = "version", description = "Tell up to which script each phase was applied.")
    int version() {
        var migrator = migrator();
        boolean none = true;
        for (Phase phase : Phase.values()) {
            var current = migrator.current(phase);
            if (current.isPresent()) {
                out.println(phase.word() + " " + current.get());
                none = false;
            }
        }
        if (none) {
            out.println("The database is not under version control: predella db sync makes its tables.");
        }
        return 0;
    }

    @Command(
            name = "check",
            description = "Tell whether the tables are up to date: status 0, or 3, 4, 5 when the phase expand, migrate,"
                    + " contract is due.")
    int check() {
        var migrator = migrator();
        var due = migrator.due();
        if (due.isPresent()) {
            Phase phase = due.get();
            out.println("The phase " + phase.word() + " is due: "
                    + migrator.pending(phase).size() + " scripts.");
            return DUE.get(phase);
        }
        out.println("The database is up to date.");
        return 0;
    }

    @Command(name = "sync", description = "Bring the tables up to date, all phases. No older node may run.")
    int sync(
            @Parameters(arity = "0..1", paramLabel = "VERSION", description = "without effect") String version,
            @Option(names = "--version", description = "without effect") String same) {
        int applied = migrator().migrate();
        out.println(
                applied == 0
                        ? "The database is up to date. No migrations needed."
                        : "Database is synced successfully: " + applied + " scripts.");
        return 0;
    }

    @Command(name = "upgrade", description = "The same as sync.")
    int upgrade(
            @Parameters(arity = "0..1", paramLabel = "VERSION", description = "heads") String version,
            @Option(names = "--version", description = "heads") String same) {
        for (String wanted : new String[] {version, same}) {
            if (wanted != null && !wanted.equals(HEADS)) {
                throw new CommandProblem("only upgrades to " + HEADS + " are possible, not to " + wanted);
            }
        }
        return sync(null, null);
    }

    @Command(
            name = "version_control",
            description = "Note that a database has the reference's tables, without changing any.")
    int versionControl(
            @Parameters(arity = "0..1", paramLabel = "VERSION", description = "without effect") String version,
            @Option(names = "--version", description = "without effect") String same) {
        migrator().takeUnderControl();
        out.println("The database is under version control.");
        return 0;
    }

    @Command(name = "expand", description = "Add what this version needs; older nodes may run.")
    int expand() {
        return apply(Phase.EXPAND);
    }

    @Command(name = "migrate", description = "Move data to where this version looks for it; older nodes may run.")
    int migrate() {
        return apply(Phase.MIGRATE);
    }

    @Command(name = "contract", description = "Remove what only older versions used; no older node may run.")
    int contract() {
        return apply(Phase.CONTRACT);
    }

    @Command(name = "purge", description = "Remove rows of what was deleted long ago, except those of images.")
    int purge(
            @Option(
                            names = "--age_in_days",
                            defaultValue = "30",
                            paramLabel = "DAYS",
                            description = "deleted at least so long ago (${DEFAULT-VALUE})")
                    int days,
            @Mixin MostRows rows) {
        purging(days, rows.most).parts((table, count) -> out.println("Purged " + count + " rows of " + table + "."));
        return 0;
    }

    @Command(
            name = "purge_images_table",
            description = "Remove rows of images that were deleted long ago. Their ids can be taken again then.")
    int purgeImages(
            @Option(
                            names = "--age_in_days",
                            defaultValue = "180",
                            paramLabel = "DAYS",
                            description = "deleted at least so long ago (${DEFAULT-VALUE})")
                    int days,
            @Mixin MostRows rows) {
        out.println("Purged " + purging(days, rows.most).images() + " rows of images.");
        return 0;
    }

    private RowPurge purging(int days, int most) {
        return new RowPurge(
                parts.database(),
                RowPurge.Bounds.of(days, most, Clock.systemUTC().instant()));
    }

    private int apply(Phase phase) {
        int applied = migrator().apply(phase);
        out.println(
                applied == 0
                        ? "The phase " + phase.word() + " is complete. No migrations needed."
                        : "The phase " + phase.word() + " is complete: " + applied + " scripts.");
        return 0;
    }

    private Migrator migrator() {
        return new Migrator(parts.database());
    }
}
