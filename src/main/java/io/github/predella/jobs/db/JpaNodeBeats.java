package io.github.predella.jobs.db;

import io.github.predella.jobs.NodeBeats;
import io.github.predella.jobs.NodeName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Signs of life in the table {@code predella_nodes}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaNodeBeats implements NodeBeats {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaNodeBeats() {}

    @Inject
    public JpaNodeBeats(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public void beat(NodeName node, Instant when) {
        int changed = rows.createNativeQuery("UPDATE predella_nodes SET seen_at = ? WHERE name = ?")
                .setParameter(1, utc(when))
                .setParameter(2, node.text())
                .executeUpdate();
        if (changed == 0) {
            rows.createNativeQuery("INSERT INTO predella_nodes (name, seen_at) VALUES (?, ?)")
                    .setParameter(1, node.text())
                    .setParameter(2, utc(when))
                    .executeUpdate();
        }
    }

    @Override
    public boolean isAliveSince(String node, Instant time) {
        return !rows.createNativeQuery("SELECT name FROM predella_nodes WHERE name = ? AND seen_at >= ?")
                .setParameter(1, node)
                .setParameter(2, utc(time))
                .getResultList()
                .isEmpty();
    }

    @Override
    public void forget(NodeName node) {
        rows.createNativeQuery("DELETE FROM predella_nodes WHERE name = ?")
                .setParameter(1, node.text())
                .executeUpdate();
    }

    @Override
    public void forgetSilentSince(Instant time) {
        rows.createNativeQuery("DELETE FROM predella_nodes WHERE seen_at < ?")
                .setParameter(1, utc(time))
                .executeUpdate();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
