package io.github.predella.identity.embedded.db;

import io.github.predella.db.Dialect;

class DerbyRepositoriesTest extends JpaRepositoriesContract {

    DerbyRepositoriesTest() {
        super(Dialect.DERBY);
    }
}
