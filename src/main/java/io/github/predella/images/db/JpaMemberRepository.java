package io.github.predella.images.db;

import io.github.predella.core.StorableText;
import io.github.predella.db.RowTimes;
import io.github.predella.images.Member;
import io.github.predella.images.MemberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Memberships in the table {@code image_members}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaMemberRepository implements MemberRepository {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaMemberRepository() {}

    @Inject
    public JpaMemberRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public List<Member> of(String imageId) {
        return query("SELECT m FROM MemberRow m WHERE m.imageId = :image AND m.deleted = FALSE ORDER BY m.id", imageId)
                .getResultStream()
                .map(this::member)
                .toList();
    }

    @Override
    public Optional<Member> find(String imageId, String project) {
        if (!StorableText.is(project)) {
            return Optional.empty();
        }
        return query(
                        "SELECT m FROM MemberRow m WHERE m.imageId = :image AND m.project = :project"
                                + " AND m.deleted = FALSE ORDER BY m.id",
                        imageId)
                .setParameter("project", project)
                .setMaxResults(1)
                .getResultStream()
                .map(this::member)
                .findFirst();
    }

    @Override
    public int count(String imageId) {
        return rows.createQuery(
                        "SELECT COUNT(m) FROM MemberRow m WHERE m.imageId = :image AND m.deleted = FALSE", Long.class)
                .setParameter("image", imageId)
                .getSingleResult()
                .intValue();
    }

    @Override
    public Map<String, Integer> counts(Collection<String> imageIds) {
        var counts = new HashMap<String, Integer>();
        if (!imageIds.isEmpty()) {
            rows.createQuery(
                            "SELECT m.imageId, COUNT(m) FROM MemberRow m WHERE m.imageId IN :images"
                                    + " AND m.deleted = FALSE GROUP BY m.imageId",
                            Object[].class)
                    .setParameter("images", List.copyOf(imageIds))
                    .getResultList()
                    .forEach(row -> counts.put((String) row[0], ((Long) row[1]).intValue()));
        }
        return counts;
    }

    @Override
    public Map<String, Member> of(String project, Collection<String> imageIds) {
        var found = new HashMap<String, Member>();
        if (!imageIds.isEmpty() && StorableText.is(project)) {
            rows.createQuery(
                            "SELECT m FROM MemberRow m WHERE m.imageId IN :images AND m.project = :project"
                                    + " AND m.deleted = FALSE ORDER BY m.id",
                            MemberRow.class)
                    .setParameter("images", List.copyOf(imageIds))
                    .setParameter("project", project)
                    .getResultStream()
                    .map(this::member)
                    .forEach(member -> found.putIfAbsent(member.imageId(), member));
        }
        return found;
    }

    @Override
    public void insert(Member member) {
        if (!revive(member)) {
            var row = MemberRow.of(member);
            rows.persist(row);
            rows.flush();
            rows.detach(row);
        }
    }

    /**
     * A project that was a member before has a row already, which it gets back. By a statement: in the container,
     * entities do not notice what other classes write into their fields.
     */
    private boolean revive(Member member) {
        var known = rows.createQuery(
                        "SELECT MIN(m.id) FROM MemberRow m WHERE m.imageId = :image AND m.project = :project",
                        Integer.class)
                .setParameter("image", member.imageId())
                .setParameter("project", member.project())
                .getSingleResult();
        return known != null
                && rows.createQuery("UPDATE MemberRow m SET m.status = :status, m.createdAt = :created,"
                                        + " m.updatedAt = :updated, m.deletedAt = NULL, m.deleted = FALSE"
                                        + " WHERE m.id = :id")
                                .setParameter("status", member.status().wireName())
                                .setParameter("created", RowTimes.utc(member.createdAt()))
                                .setParameter("updated", RowTimes.utc(member.updatedAt()))
                                .setParameter("id", known)
                                .executeUpdate()
                        == 1;
    }

    @Override
    public boolean answer(String imageId, String project, Member.Status status, Instant when) {
        return StorableText.is(project)
                && rows.createQuery("UPDATE MemberRow m SET m.status = :status, m.updatedAt = :now"
                                        + " WHERE m.imageId = :image AND m.project = :project AND m.deleted = FALSE")
                                .setParameter("status", status.wireName())
                                .setParameter("now", RowTimes.utc(when))
                                .setParameter("image", imageId)
                                .setParameter("project", project)
                                .executeUpdate()
                        > 0;
    }

    @Override
    public boolean delete(String imageId, String project, Instant when) {
        return StorableText.is(project)
                && rows.createQuery("UPDATE MemberRow m SET m.deleted = TRUE, m.deletedAt = :now"
                                        + " WHERE m.imageId = :image AND m.project = :project AND m.deleted = FALSE")
                                .setParameter("now", RowTimes.utc(when))
                                .setParameter("image", imageId)
                                .setParameter("project", project)
                                .executeUpdate()
                        > 0;
    }

    private TypedQuery<MemberRow> query(String jpql, String imageId) {
        return rows.createQuery(jpql, MemberRow.class).setParameter("image", imageId);
    }

    /** The row is cut off from the entity manager, which would not notice what statements change. */
    private Member member(MemberRow row) {
        rows.detach(row);
        return new Member(
                row.imageId,
                row.project,
                Member.Status.of(row.status),
                RowTimes.instant(row.createdAt),
                RowTimes.instant(row.updatedAt == null ? row.createdAt : row.updatedAt));
    }
}
