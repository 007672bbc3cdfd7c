package io.github.predella.identity.embedded.db;

import io.github.predella.db.Dialect;
import io.github.predella.identity.embedded.RepositoriesContract;
import io.github.predella.testing.TestingDatabase;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The repositories over a real database, which is made once, since that takes longest. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class JpaRepositoriesContract extends RepositoriesContract {

    private final Dialect dialect;
    private TestingDatabase database;
    private Repositories all;

    JpaRepositoriesContract(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeAll
    void open() {
        database = TestingDatabase.of(dialect);
        var rows = database.rows();
        all = new Repositories(
                new JpaUserRepository(rows),
                new JpaProjectRepository(rows),
                new JpaRoleRepository(rows),
                new JpaGrantRepository(rows),
                new JpaApplicationCredentialRepository(rows),
                new JpaTokenRepository(rows),
                new JpaLimitRepository(rows));
    }

    @AfterEach
    void empty() {
        var types = List.of(
                ApplicationCredentialRow.class,
                GrantRow.class,
                RoleRow.class,
                ProjectRow.class,
                UserRow.class,
                TokenKeyRow.class,
                RevocationRow.class,
                LimitRow.class);
        database.in(() -> types.stream()
                .map(type -> new Selection().delete(database.rows(), type))
                .toList());
    }

    @AfterAll
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Override
    protected Repositories all() {
        return all;
    }

    @Override
    protected <T> T in(Supplier<T> work) {
        return database.in(work);
    }
}
