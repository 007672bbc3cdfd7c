package io.github.predella.metadefs.db;

import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.metadefs.FirstLoad;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The note in a table of its own. Of two transactions that write it together, one fails by its key. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaFirstLoad implements FirstLoad {

    private static final String CATALOGUE = "metadefs";

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaFirstLoad() {}

    @Inject
    public JpaFirstLoad(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public boolean claim(Instant now) {
        boolean noted = !new SqlText()
                .add("SELECT f.name FROM predella_first_loads f WHERE f.name = ?", CATALOGUE)
                .query(rows)
                .getResultList()
                .isEmpty();
        if (!noted) {
            new SqlText()
                    .add(
                            "INSERT INTO predella_first_loads (name, loaded_at) VALUES (?, ?)",
                            CATALOGUE,
                            RowTimes.utc(now))
                    .query(rows)
                    .executeUpdate();
        }
        return !noted;
    }
}
