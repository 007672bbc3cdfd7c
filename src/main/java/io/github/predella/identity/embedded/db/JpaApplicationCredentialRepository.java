package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.ApplicationCredential;
import io.github.predella.identity.embedded.ApplicationCredentialRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Application credentials in the table {@code predella_application_credentials}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaApplicationCredentialRepository implements ApplicationCredentialRepository {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaApplicationCredentialRepository() {}

    @Inject
    public JpaApplicationCredentialRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public Optional<ApplicationCredential> find(String id) {
        return Selection.find(rows, ApplicationCredentialRow.class, id).map(ApplicationCredentialRow::credential);
    }

    @Override
    public List<ApplicationCredential> list(String user, String name, int limit) {
        return new Selection()
                .where("user", user)
                .where("name", name)
                .read(rows, ApplicationCredentialRow.class, "r.name", limit)
                .getResultStream()
                .map(ApplicationCredentialRow::credential)
                .toList();
    }

    @Override
    public void insert(ApplicationCredential credential) {
        rows.persist(ApplicationCredentialRow.of(credential));
        Unique.flush(rows, "the application credential " + credential.name());
    }

    @Override
    public void delete(String id) {
        new Selection().where("id", id).delete(rows, ApplicationCredentialRow.class);
    }

    @Override
    public void deleteAll(String user, String project) {
        if (user == null && project == null) {
            throw new IllegalArgumentException("neither user nor project is given");
        }
        new Selection().where("user", user).where("project", project).delete(rows, ApplicationCredentialRow.class);
    }

    @Override
    public void forgetExpired(Instant before) {
        rows.createQuery("DELETE FROM ApplicationCredentialRow r WHERE r.expires < :moment")
                .setParameter("moment", before.toEpochMilli())
                .executeUpdate();
    }
}
