package io.github.predella.jobs.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.jobs.Lease;
import io.github.predella.jobs.LeaseRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Leases in the table {@code predella_leases}, by the clock of the database. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaLeaseRepository implements LeaseRepository {

    private EntityManager rows;
    private Dialect dialect;
    private Clock clock;

    /** For the container's proxy only. */
    protected JpaLeaseRepository() {}

    @Inject
    public JpaLeaseRepository(EntityManager rows, Dialect dialect, Clock clock) {
        this.rows = rows;
        this.dialect = dialect;
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return dialect.clockQuery()
                .map(query -> (Number) new SqlText().add(query).query(rows).getSingleResult())
                .map(seconds -> Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1000)))
                .orElseGet(clock::instant);
    }

    @Override
    public Optional<Lease> take(String name, String owner, Instant now, Instant expires) {
        boolean taken = new SqlText()
                        .add("UPDATE predella_leases SET owner = ?, expires_at = ?", owner, RowTimes.utc(expires))
                        .add(", epoch = epoch + 1 WHERE name = ? AND expires_at < ?", name, RowTimes.utc(now))
                        .query(rows)
                        .executeUpdate()
                == 1;
        var epoch = epoch(name);
        if (epoch.isEmpty()) {
            insert(name, owner, expires);
            return Optional.of(new Lease(name, owner, 0));
        }
        return taken ? Optional.of(new Lease(name, owner, epoch.get())) : Optional.empty();
    }

    private Optional<Long> epoch(String name) {
        List<?> found = new SqlText()
                .add("SELECT epoch FROM predella_leases WHERE name = ?", name)
                .query(rows)
                .getResultList();
        return found.stream().map(epoch -> ((Number) epoch).longValue()).findFirst();
    }

    /** Of two who insert the same, one violates the key; its call is tried again as a whole and finds the row. */
    private void insert(String name, String owner, Instant expires) {
        new SqlText()
                .add(
                        "INSERT INTO predella_leases (name, owner, expires_at, epoch) VALUES (?, ?, ?, 0)",
                        name,
                        owner,
                        RowTimes.utc(expires))
                .query(rows)
                .executeUpdate();
    }

    @Override
    public boolean extend(Lease lease, Instant expires) {
        return new SqlText()
                        .add("UPDATE predella_leases SET expires_at = ?", RowTimes.utc(expires))
                        .add(" WHERE name = ? AND owner = ? AND epoch = ?", lease.name(), lease.owner(), lease.epoch())
                        .query(rows)
                        .executeUpdate()
                == 1;
    }
}
