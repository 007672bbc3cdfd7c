package io.github.predella.identity.embedded.db;

import io.github.predella.db.Dialect;

class PostgresRepositoriesTest extends JpaRepositoriesContract {

    PostgresRepositoriesTest() {
        super(Dialect.POSTGRESQL);
    }
}
