package io.github.predella.identity.embedded.db;

import io.github.predella.core.StorableText;
import io.github.predella.identity.embedded.LimitRepository;
import io.github.predella.identity.embedded.StoredLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Limits in the table {@code predella_limits}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaLimitRepository implements LimitRepository {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaLimitRepository() {}

    @Inject
    public JpaLimitRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public Optional<StoredLimit> find(String id) {
        return Selection.find(rows, LimitRow.class, id).map(LimitRow::limit);
    }

    @Override
    public List<StoredLimit> defaults() {
        return read(new Selection().where("project", LimitRow.ALL), Integer.MAX_VALUE);
    }

    @Override
    public List<StoredLimit> ofProjects(String project, int limit) {
        if (project != null) {
            return read(new Selection().where("project", project), limit);
        }
        return rows.createQuery(
                        "SELECT r FROM LimitRow r WHERE r.project <> :all ORDER BY r.project, r.resource",
                        LimitRow.class)
                .setParameter("all", LimitRow.ALL)
                .setMaxResults(limit)
                .getResultStream()
                .map(LimitRow::limit)
                .toList();
    }

    private List<StoredLimit> read(Selection selection, int limit) {
        return selection
                .read(rows, LimitRow.class, "r.project, r.resource", limit)
                .getResultStream()
                .map(LimitRow::limit)
                .toList();
    }

    /** The empty project of the defaults is sorted before every other. */
    @Override
    public List<StoredLimit> effective(String project) {
        var own = project == null || !StorableText.is(project) ? LimitRow.ALL : project;
        return rows.createQuery(
                        "SELECT r FROM LimitRow r WHERE r.project IN (:all, :own) ORDER BY r.project, r.resource",
                        LimitRow.class)
                .setParameter("all", LimitRow.ALL)
                .setParameter("own", own)
                .getResultStream()
                .map(LimitRow::limit)
                .toList();
    }

    @Override
    public void insert(StoredLimit limit) {
        rows.persist(new LimitRow().with(limit));
        Unique.flush(rows, "the limit for " + limit.resource().wireName());
    }

    @Override
    public void update(StoredLimit limit) {
        var row = rows.find(LimitRow.class, limit.id());
        if (row != null) {
            row.with(limit);
            rows.flush();
        }
    }

    @Override
    public void delete(String id) {
        new Selection().where("id", id).delete(rows, LimitRow.class);
    }

    @Override
    public void deleteOf(String project) {
        new Selection().where("project", project).delete(rows, LimitRow.class);
    }
}
