package io.github.predella.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.TestingDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From one version to the next, phase by phase; the next one exists in the folder {@code newer} of the tests only. */
class PhasesTest {

    private static final String LAST = "9001";

    @ParameterizedTest
    @EnumSource
    void eachPhaseIsDueAfterTheOneBefore(Dialect dialect) {
        try (var database = TestingDatabase.of(dialect)) {
            var newer = newer(database);

            assertEquals(List.of(LAST), newer.pending(Phase.EXPAND));
            assertThrows(SchemaProblem.class, () -> newer.apply(Phase.MIGRATE));
            assertEquals(1, newer.apply(Phase.EXPAND));
            assertThrows(SchemaProblem.class, () -> newer.apply(Phase.CONTRACT));
            assertEquals(1, newer.apply(Phase.MIGRATE));
            assertEquals(1, newer.apply(Phase.CONTRACT));
            assertEquals(0, newer.migrate());
            assertEquals(LAST, newer.current(Phase.CONTRACT).orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void olderVersionStartsUntilTheDatabaseIsContracted(Dialect dialect) {
        try (var database = TestingDatabase.of(dialect)) {
            var older = new Migrator(database.source());
            var newer = newer(database);

            newer.apply(Phase.EXPAND);
            newer.apply(Phase.MIGRATE);
            assertEquals(0, older.start(true));
            newer.apply(Phase.CONTRACT);

            var refusal = assertThrows(SchemaProblem.class, () -> older.start(true));
            assertTrue(refusal.getMessage().contains("newer version"), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void startInUseAddsButNeverRemoves(Dialect dialect) {
        try (var database = TestingDatabase.of(dialect)) {
            var newer = newer(database);

            assertEquals(1, newer.start(true));

            assertEquals(List.of(LAST), newer.pending(Phase.MIGRATE));
            assertEquals(List.of(LAST), newer.pending(Phase.CONTRACT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void startThatMayNotChangeTablesRefusesAnOldDatabase(Dialect dialect) {
        try (var database = TestingDatabase.of(dialect)) {
            assertEquals(0, new Migrator(database.source()).start(false));

            var refusal =
                    assertThrows(SchemaProblem.class, () -> newer(database).start(false));

            assertTrue(refusal.getMessage().contains("predella db expand"), refusal.getMessage());
        }
    }

    private static Migrator newer(TestingDatabase database) {
        return new Migrator(database.source(), List.of("db", "newer"));
    }
}
