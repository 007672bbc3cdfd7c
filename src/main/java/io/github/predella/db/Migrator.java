package io.github.predella.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the tables of a database up to date with the scripts on the classpath. Several nodes may start at the same
 * time: the database lets one of them migrate and the others wait. Every method throws {@link SchemaProblem} when the
 * tables are at a revision of the reference that cannot be used, and changes nothing then.
 */
public final class Migrator {

    private static final String SCRIPTS = "db";

    /** The last script that holds tables of the reference; a database made by it starts from here. */
    private static final String REFERENCE_VERSION = "0002";

    private final DataSource database;
    private final List<String> folders;

    public Migrator(DataSource database) {
        this(database, List.of(SCRIPTS));
    }

    /** @param folders those on the classpath that have a folder for each phase */
    Migrator(DataSource database, List<String> folders) {
        this.database = database;
        this.folders = List.copyOf(folders);
    }

    /**
     * What a service does at its start. A database without tables gets all of them; in one that is in use, only the
     * first phase is safe while older nodes run.
     *
     * @param allowed whether tables may be changed
     * @return how many scripts were applied
     * @throws SchemaProblem when scripts are missing and may not be applied, and when only newer versions can use the
     *     database
     * @throws IllegalStateException when the database does not answer, or a script failed
     */
    public int start(boolean allowed) {
        if (!allowed && !pending(Phase.EXPAND).isEmpty()) {
            throw SchemaProblem.behind(pending(Phase.EXPAND).size());
        }
        if (hasNewer(Phase.CONTRACT)) {
            throw SchemaProblem.contracted();
        }
        if (!allowed) {
            return 0;
        }
        return isEmpty() ? migrate() : apply(Phase.EXPAND);
    }

    /**
     * Applies every script that is missing, phase after phase. No older node may run.
     *
     * @return how many were applied
     * @throws IllegalStateException when the database does not answer, or a script failed
     */
    public int migrate() {
        return Arrays.stream(Phase.values()).mapToInt(this::apply).sum();
    }

    /**
     * Applies what is missing of one phase.
     *
     * @return how many scripts were applied
     * @throws SchemaProblem when a phase before it is not complete; nothing is changed then
     * @throws IllegalStateException when the database does not answer, or a script failed
     */
    public int apply(Phase phase) {
        for (Phase before : Phase.values()) {
            if (before.compareTo(phase) < 0 && !pending(before).isEmpty()) {
                throw SchemaProblem.outOfTurn(phase, before);
            }
        }
        // Without scripts there is no need for a table that remembers them.
        return pending(phase).isEmpty() ? 0 : answered(() -> flyway(phase).migrate().migrationsExecuted);
    }

    /** The first phase of which scripts are missing; empty when the tables are up to date. */
    public Optional<Phase> due() {
        return Arrays.stream(Phase.values())
                .filter(phase -> !pending(phase).isEmpty())
                .findFirst();
    }

    /** The numbers of the scripts of a phase that were not applied yet, in their order. */
    public List<String> pending(Phase phase) {
        return answered(() -> versions(flyway(phase).info().pending()));
    }

    /** The number of the last script of a phase that was applied. */
    public Optional<String> current(Phase phase) {
        return answered(() -> Optional.ofNullable(flyway(phase).info().current()))
                .filter(last -> last.getVersion() != null)
                .map(last -> last.getVersion().getVersion());
    }

    /** Whether scripts of a phase were applied that this version does not know. */
    private boolean hasNewer(Phase phase) {
        return answered(() -> Arrays.stream(flyway(phase).info().applied())
                .anyMatch(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS));
    }

    /**
     * Notes that a database has the tables of the reference, without changing any.
     *
     * @throws SchemaProblem when it has none, or the same was noted before
     */
    public void takeUnderControl() {
        if (isEmpty()) {
            throw SchemaProblem.withoutTables();
        }
        if (current(Phase.EXPAND).isPresent()) {
            throw SchemaProblem.controlled();
        }
        answered(() -> flyway(Phase.EXPAND).baseline());
    }

    /** The revision that the reference has noted down for its tables; empty when they are not there. */
    public Optional<String> reference() {
        return answered(() -> {
            try (Connection connection = database.getConnection()) {
                return ReferenceRevision.of(connection).stream().findFirst();
            }
        });
    }

    private static List<String> versions(MigrationInfo[] scripts) {
        var versions = new ArrayList<String>();
        for (MigrationInfo script : scripts) {
            versions.add(script.getVersion().getVersion());
        }
        return List.copyOf(versions);
    }

    private interface Asking<T> {
        T ask() throws SQLException;
    }

    private static <T> T answered(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (FlywayException | SQLException failure) {
            throw new IllegalStateException("the database could not be brought up to date", failure);
        }
    }

    /** Insists on tables that this version knows, ahead of everything that it does to them. */
    private Dialect usable() throws SQLException {
        try (Connection connection = database.getConnection()) {
            ReferenceRevision.require(connection);
            return Dialect.of(connection);
        }
    }

    private Flyway flyway(Phase phase) throws SQLException {
        Dialect dialect = usable();
        boolean afterReference = phase == Phase.EXPAND && !isEmpty();
        return Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(database)
                .table(phase.history())
                .locations(locations(phase, dialect))
                .placeholders(dialect.words())
                .baselineOnMigrate(true)
                .baselineVersion(afterReference ? REFERENCE_VERSION : "0")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }

    private String[] locations(Phase phase, Dialect dialect) {
        return folders.stream()
                .map(folder -> "classpath:" + folder + "/" + phase.word() + "/")
                .flatMap(folder -> List.of(folder + "common", folder + dialect.folder()).stream())
                .toArray(String[]::new);
    }

    /** Whether the reference's tables are missing, so that they have to be made. */
    private boolean isEmpty() {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.setMaxRows(1);
            statement.executeQuery("SELECT id FROM images").close();
            return false;
        } catch (SQLException noSuchTable) {
            return true;
        }
    }
}
