package io.github.predella.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.TestingDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigratorTest {

    @ParameterizedTest
    @EnumSource
    void aMigratedDatabaseNeedsNoFurtherScripts(Dialect dialect) {
        try (var database = TestingDatabase.of(dialect)) {
            int applied = new Migrator(database.source()).migrate();

            assertEquals(0, applied);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewDatabaseTellsTheReferenceItsRevision(Dialect dialect) {
        try (var database = TestingDatabase.of(dialect)) {
            Object revision = database.in(() -> database.rows()
                    .createNativeQuery("SELECT version_num FROM alembic_version")
                    .getSingleResult());

            assertEquals("2024_1_contract01", revision instanceof Object[] row ? row[0] : revision);
        }
    }
}
