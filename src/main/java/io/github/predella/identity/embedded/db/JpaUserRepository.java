package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.User;
import io.github.predella.identity.embedded.UserRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Users in the table {@code predella_users}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaUserRepository implements UserRepository {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaUserRepository() {}

    @Inject
    public JpaUserRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public Optional<User> find(String id) {
        return Selection.find(rows, UserRow.class, id).map(UserRow::user);
    }

    @Override
    public Optional<User> named(String name) {
        return list(name, null, 1).stream().findFirst();
    }

    @Override
    public List<User> list(String name, Boolean enabled, int limit) {
        return new Selection()
                .where("name", name)
                .where("enabled", enabled)
                .read(rows, UserRow.class, "r.name", limit)
                .getResultStream()
                .map(UserRow::user)
                .toList();
    }

    @Override
    public void insert(User user) {
        rows.persist(new UserRow().with(user));
        Unique.flush(rows, "the user " + user.name());
    }

    @Override
    public void update(User user) {
        var row = rows.find(UserRow.class, user.id());
        if (row != null) {
            row.with(user);
            Unique.flush(rows, "the user " + user.name());
        }
    }

    @Override
    public void delete(String id) {
        new Selection().where("id", id).delete(rows, UserRow.class);
    }
}
