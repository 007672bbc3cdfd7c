package io.github.predella.identity.embedded.db;

import io.github.predella.db.Dialect;

class MariaDbRepositoriesTest extends JpaRepositoriesContract {

    MariaDbRepositoriesTest() {
        super(Dialect.MARIADB);
    }
}
