package io.github.predella.sessions.db;

import io.github.predella.sessions.SessionRepository;
import io.github.predella.sessions.StoredSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The stored sessions in the table {@code predella_sessions}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaSessionRepository implements SessionRepository {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaSessionRepository() {}

    @Inject
    public JpaSessionRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public void insert(StoredSession session) {
        rows.persist(SessionRow.of(session));
        rows.flush();
    }

    @Override
    public Optional<StoredSession> find(String id) {
        return Optional.ofNullable(rows.find(SessionRow.class, id)).map(SessionRow::session);
    }

    @Override
    public void see(String id, Instant when) {
        rows.createQuery("UPDATE SessionRow s SET s.seen = :moment WHERE s.id = :id")
                .setParameter("moment", when.toEpochMilli())
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public void replaceToken(String id, String token) {
        rows.createQuery("UPDATE SessionRow s SET s.token = :token WHERE s.id = :id")
                .setParameter("token", token)
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public void delete(String id) {
        rows.createQuery("DELETE FROM SessionRow s WHERE s.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public int deleteUnused(Instant seenBefore, Instant begunBefore) {
        return rows.createQuery("DELETE FROM SessionRow s WHERE s.seen < :seen OR s.begun < :begun")
                .setParameter("seen", seenBefore.toEpochMilli())
                .setParameter("begun", begunBefore.toEpochMilli())
                .executeUpdate();
    }
}
