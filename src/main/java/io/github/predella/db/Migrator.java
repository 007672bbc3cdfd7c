package io.github.predella.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the tables of a database up to date with the scripts on the classpath. Several nodes may start at the same
 * time: the database lets one of them migrate and the others wait.
 */
public final class Migrator {

    static final String HISTORY = "predella_schema_history";

    /** The last script that holds tables of the reference; a database made by it starts from here. */
    private static final String REFERENCE_VERSION = "0002";

    private final DataSource database;

    public Migrator(DataSource database) {
        this.database = database;
    }

    /**
     * What is and what is to come.
     *
     * @param current the last script that was applied; empty on a database that Predella never saw
     * @param pending the scripts that are missing, in their order
     * @param reference the revision that the reference has noted down; empty when its tables are not there
     */
    public record Status(String current, List<String> pending, String reference) {

        public Status {
            pending = List.copyOf(pending);
        }
    }

    /**
     * Applies every script that is missing.
     *
     * @return how many were applied
     * @throws UnusableDatabase when the tables of the reference are older than what can be used, or not known; nothing is
     *     changed then
     * @throws IllegalStateException when the database does not answer, or a script failed
     */
    public int migrate() {
        try {
            return flyway().migrate().migrationsExecuted;
        } catch (FlywayException | SQLException failure) {
            throw new IllegalStateException("the database could not be brought up to date", failure);
        }
    }

    /**
     * Looks without changing anything.
     *
     * @throws UnusableDatabase as for {@link #migrate}
     * @throws IllegalStateException when the database does not answer
     */
    public Status status() {
        try (Connection connection = database.getConnection()) {
            var scripts = flyway().info();
            var current = scripts.current();
            return new Status(
                    current == null ? "" : current.getVersion().getVersion(),
                    Stream.of(scripts.pending()).map(MigrationInfo::getScript).toList(),
                    String.join(", ", ReferenceRevision.of(connection)));
        } catch (FlywayException | SQLException failure) {
            throw new IllegalStateException("the database cannot be read", failure);
        }
    }

    private Flyway flyway() throws SQLException {
        try (Connection connection = database.getConnection()) {
            ReferenceRevision.require(connection);
            return flyway(Dialect.of(connection), Tables.have(connection, "images"));
        }
    }

    private Flyway flyway(Dialect dialect, boolean filled) {
        return Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(database)
                .table(HISTORY)
                .locations(locations(dialect).toArray(String[]::new))
                .placeholders(dialect.words())
                .baselineOnMigrate(true)
                .baselineVersion(filled ? REFERENCE_VERSION : "0")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }

    private static List<String> locations(Dialect dialect) {
        return List.of("classpath:db/expand/common", "classpath:db/expand/" + dialect.folder());
    }
}
