package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.Role;
import io.github.predella.identity.embedded.RoleRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Roles in the table {@code predella_roles}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaRoleRepository implements RoleRepository {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaRoleRepository() {}

    @Inject
    public JpaRoleRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Role> find(String id) {
        return Selection.find(rows, RoleRow.class, id).map(RoleRow::role);
    }

    @Override
    public List<Role> list(String name, int limit) {
        return new Selection()
                .where("name", name)
                .read(rows, RoleRow.class, "r.name", limit)
                .getResultStream()
                .map(RoleRow::role)
                .toList();
    }

    @Override
    public void insert(Role role) {
        rows.persist(new RoleRow().with(role));
        Unique.flush(rows, "the role " + role.name());
    }

    @Override
    public void update(Role role) {
        var row = rows.find(RoleRow.class, role.id());
        if (row != null) {
            row.with(role);
            Unique.flush(rows, "the role " + role.name());
        }
    }

    @Override
    public void delete(String id) {
        new Selection().where("id", id).delete(rows, RoleRow.class);
    }
}
