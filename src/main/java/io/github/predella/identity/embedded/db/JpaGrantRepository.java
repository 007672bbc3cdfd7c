package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.Grant;
import io.github.predella.identity.embedded.GrantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Grants in the table {@code predella_grants}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaGrantRepository implements GrantRepository {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaGrantRepository() {}

    @Inject
    public JpaGrantRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public List<Grant> list(Wanted wanted, int limit) {
        return selection(wanted)
                .read(rows, GrantRow.class, "r.user, r.kind, r.target, r.role", limit)
                .getResultStream()
                .map(GrantRow::grant)
                .toList();
    }

    @Override
    public boolean contains(Grant grant) {
        return rows.find(GrantRow.class, GrantRow.of(grant).key()) != null;
    }

    @Override
    public void insert(Grant grant) {
        if (!contains(grant)) {
            rows.persist(GrantRow.of(grant));
            Unique.flush(rows, "the role assignment");
        }
    }

    @Override
    public int delete(Wanted wanted) {
        return selection(wanted).delete(rows, GrantRow.class);
    }

    private static Selection selection(Wanted wanted) {
        var selection = new Selection().where("user", wanted.user()).where("role", wanted.role());
        return wanted.scope() == null
                ? selection
                : selection
                        .where("kind", wanted.scope().kind().name())
                        .where("target", wanted.scope().target());
    }
}
