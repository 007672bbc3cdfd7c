package io.github.predella.testing;

import io.github.predella.db.Dialect;
import io.github.predella.db.SettingsDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;

/** A database server of one test's own, which can be killed and begun again on the same data. */
public final class MortalDatabase implements AutoCloseable {

    private final Dialect dialect;
    private final Path directory;
    private final int port = DatabaseServer.freePort();
    private Process maria;
    private boolean runs;

    private MortalDatabase(Dialect dialect) {
        this.dialect = dialect;
        this.directory = DatabaseServer.directoryFor(dialect == Dialect.POSTGRESQL ? "postgres" : "mysql");
    }

    /** Starts one, PostgreSQL or MariaDB; the test is skipped when the machine has none. */
    public static MortalDatabase of(Dialect dialect) {
        Assumptions.assumeTrue(DatabaseServer.isThere(dialect), dialect + " is not installed");
        var server = new MortalDatabase(dialect);
        if (dialect == Dialect.POSTGRESQL) {
            DatabaseServer.makePostgres(postgres(), server.directory);
        } else {
            DatabaseServer.makeMaria(server.directory);
        }
        server.begin();
        return server;
    }

    /** Makes an empty database and returns its address in the form of the settings. */
    public String newDatabase() {
        String address = DatabaseServer.addressOf(dialect, port);
        String standard = address + (dialect == Dialect.POSTGRESQL ? "/postgres" : "/mysql");
        try (var open = new SettingsDataSource(standard).getConnection();
                var sql = open.createStatement()) {
            sql.execute("CREATE DATABASE mortal");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return address + "/mortal";
    }

    /** Starts the server on its data and waits until it answers. */
    public void begin() {
        if (dialect == Dialect.POSTGRESQL) {
            DatabaseServer.beginPostgres(postgres(), directory, port);
        } else {
            maria = DatabaseServer.beginMaria(directory, port);
        }
        runs = true;
    }

    /** Ends the server without a farewell, and waits until it is gone. */
    public void kill() {
        runs = false;
        if (dialect == Dialect.POSTGRESQL) {
            DatabaseServer.stopPostgres(postgres(), directory);
            return;
        }
        try {
            maria.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        if (runs) {
            kill();
        }
    }

    private static Path postgres() {
        return DatabaseServer.postgresBin().orElseThrow();
    }
}
