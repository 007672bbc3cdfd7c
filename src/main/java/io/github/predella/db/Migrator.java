package io.github.predella.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables of a database up to date with the scripts on the classpath. Several nodes may start at the same
 * time: the database lets one of them migrate and the others wait.
 */
public final class Migrator {

    private static final String HISTORY = "predella_schema_history";

    /** The last script that holds tables of the reference; a database made by it starts from here. */
    private static final String REFERENCE_VERSION = "0002";

    private final DataSource database;

    public Migrator(DataSource database) {
        this.database = database;
    }

    /**
     * Applies every script that is missing.
     *
     * @return how many were applied
     * @throws IllegalStateException when the database does not answer, or a script failed
     */
    public int migrate() {
        try {
            return flyway(dialect()).migrate().migrationsExecuted;
        } catch (FlywayException | SQLException failure) {
            throw new IllegalStateException("the database could not be brought up to date", failure);
        }
    }

    private Dialect dialect() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Dialect.of(connection);
        }
    }

    private Flyway flyway(Dialect dialect) {
        return Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(database)
                .table(HISTORY)
                .locations(locations(dialect).toArray(String[]::new))
                .placeholders(dialect.words())
                .baselineOnMigrate(true)
                .baselineVersion(isEmpty() ? "0" : REFERENCE_VERSION)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }

    private static List<String> locations(Dialect dialect) {
        return List.of("classpath:db/expand/common", "classpath:db/expand/" + dialect.folder());
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
