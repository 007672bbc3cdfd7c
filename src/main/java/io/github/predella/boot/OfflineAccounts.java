package io.github.predella.boot;

import io.github.predella.cli.AccountDesk;
import io.github.predella.identity.embedded.AccountsChanged;
import io.github.predella.identity.embedded.GrantService;
import io.github.predella.identity.embedded.HashingGate;
import io.github.predella.identity.embedded.ProjectService;
import io.github.predella.identity.embedded.RoleService;
import io.github.predella.identity.embedded.UserService;
import io.github.predella.identity.embedded.db.JpaApplicationCredentialRepository;
import io.github.predella.identity.embedded.db.JpaGrantRepository;
import io.github.predella.identity.embedded.db.JpaLimitRepository;
import io.github.predella.identity.embedded.db.JpaProjectRepository;
import io.github.predella.identity.embedded.db.JpaRoleRepository;
import io.github.predella.identity.embedded.db.JpaUserRepository;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Function;
import javax.sql.DataSource;

/** The accounts of the built-in identity without a container: the same services and repositories, put together here. */
final class OfflineAccounts {

    private OfflineAccounts() {}

    /** Does work in one transaction, which is rolled back when the work throws. */
    static <T> T run(DataSource database, Function<AccountDesk, T> work) {
        try (var offline = new OfflineRows(database)) {
            return offline.in(() -> work.apply(desk(offline.rows())));
        }
    }

    private static AccountDesk desk(EntityManager rows) {
        var users = new JpaUserRepository(rows);
        var projects = new JpaProjectRepository(rows);
        var roles = new JpaRoleRepository(rows);
        var grants = new JpaGrantRepository(rows);
        var credentials = new JpaApplicationCredentialRepository(rows);
        var changes = new UnheardEvent<AccountsChanged>();
        var clock = Clock.systemUTC();
        return new AccountDesk(
                new UserService(users, grants, credentials, new HashingGate(), changes, clock),
                new ProjectService(projects, grants, credentials, new JpaLimitRepository(rows), changes, clock),
                new RoleService(roles, grants, changes),
                new GrantService(users, projects, roles, grants, credentials, changes));
    }
}
