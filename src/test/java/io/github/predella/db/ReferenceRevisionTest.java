package io.github.predella.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.TestingDatabase;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceRevisionTest {

    @ParameterizedTest
    @EnumSource
    void theRevisionIsTold(Dialect dialect) {
        try (var database = TestingDatabase.of(dialect)) {
            var revision = new Migrator(database.source()).reference();

            assertEquals(Optional.of("2024_1_contract01"), revision);
        }
    }

    @ParameterizedTest
    @CsvSource({"wallaby_contract01", "zed_contract01", "2023_1_contract01"})
    void tablesOfTheseRevisionsCanBeUsed(String revision) throws SQLException {
        try (var database = TestingDatabase.of(Dialect.DERBY)) {
            execute(database, "UPDATE alembic_version SET version_num = '" + revision + "'");

            assertEquals(0, new Migrator(database.source()).migrate());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rocky_contract02,glance-manage db_sync",
        "train_contract01,glance-manage db_sync",
        "2024_1_expand01,end the upgrade",
        "2031_2_contract01,newer release"
    })
    void otherRevisionsAreRefusedWithWhatToDo(String revision, String advice) throws SQLException {
        try (var database = TestingDatabase.of(Dialect.DERBY)) {
            execute(database, "UPDATE alembic_version SET version_num = '" + revision + "'");
            var migrator = new Migrator(database.source());

            var refusal = assertThrows(SchemaProblem.class, migrator::migrate);

            assertTrue(refusal.getMessage().contains(revision), refusal.getMessage());
            assertTrue(refusal.getMessage().contains(advice), refusal.getMessage());
        }
    }

    @Test
    void tablesBetweenTwoRevisionsAreRefused() throws SQLException {
        try (var database = TestingDatabase.of(Dialect.DERBY)) {
            execute(database, "INSERT INTO alembic_version (version_num) VALUES ('2023_1_contract01')");
            var migrator = new Migrator(database.source());

            assertThrows(SchemaProblem.class, migrator::due);
        }
    }

    /** Tables from before the reference noted revisions in this way, and nothing is made in their place. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void tablesWithoutARevisionAreLeftAlone(Dialect dialect) throws SQLException {
        var source = new SettingsDataSource(TestingDatabase.newDatabase(dialect));
        execute(source, "CREATE TABLE images (id VARCHAR(36) NOT NULL PRIMARY KEY, is_public BOOLEAN)");

        var refusal = assertThrows(SchemaProblem.class, () -> new Migrator(source).migrate());

        assertTrue(refusal.getMessage().contains("glance-manage db_sync"), refusal.getMessage());
        try (var connection = source.getConnection()) {
            assertFalse(Tables.have(connection, Phase.EXPAND.history()));
        }
    }

    private static void execute(TestingDatabase database, String statement) throws SQLException {
        execute(database.source(), statement);
    }

    private static void execute(SettingsDataSource source, String statement) throws SQLException {
        try (var connection = source.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
