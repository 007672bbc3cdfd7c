package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.TokenKey;
import io.github.predella.identity.embedded.TokenRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Token keys and revocations in the tables {@code predella_token_keys} and {@code predella_revocations}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaTokenRepository implements TokenRepository {

    private static final int MOST_KEYS = 100;

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaTokenRepository() {}

    @Inject
    public JpaTokenRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public List<TokenKey> keys() {
        return new Selection()
                .read(rows, TokenKeyRow.class, "r.id", MOST_KEYS)
                .getResultStream()
                .map(TokenKeyRow::key)
                .toList();
    }

    @Override
    public void insert(TokenKey key) {
        rows.persist(TokenKeyRow.of(key));
        Unique.flush(rows, "the token key " + key.id());
    }

    @Override
    public void deleteKey(int id) {
        new Selection().where("id", id).delete(rows, TokenKeyRow.class);
    }

    @Override
    public boolean revoked(String auditId) {
        return rows.find(RevocationRow.class, auditId) != null;
    }

    @Override
    public void revoke(String auditId, Instant until) {
        if (!revoked(auditId)) {
            rows.persist(RevocationRow.of(auditId, until));
            Unique.flush(rows, "the revocation of " + auditId);
        }
    }

    @Override
    public void forgetRevocations(Instant endedBefore) {
        rows.createQuery("DELETE FROM RevocationRow r WHERE r.until < :moment")
                .setParameter("moment", endedBefore.toEpochMilli())
                .executeUpdate();
    }
}
