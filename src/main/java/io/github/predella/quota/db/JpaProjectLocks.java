package io.github.predella.quota.db;

import io.github.predella.db.SqlText;
import io.github.predella.quota.ProjectLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Holds a project by changing a row of the table {@code predella_quota_turns}. There are as many rows as there ever will
 * be, so that nobody has to insert one while others do; projects that share a row wait for each other, for the length of
 * a short transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaProjectLocks implements ProjectLocks {

    /** How many rows the migration has made. */
    private static final int TURNS = 64;

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaProjectLocks() {}

    @Inject
    public JpaProjectLocks(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public void hold(String project) {
        new SqlText()
                .add("UPDATE predella_quota_turns SET taken = taken + 1 WHERE turn = ?", turn(project))
                .query(rows)
                .executeUpdate();
    }

    private static int turn(String project) {
        return project == null ? 0 : Math.floorMod(project.hashCode(), TURNS);
    }
}
