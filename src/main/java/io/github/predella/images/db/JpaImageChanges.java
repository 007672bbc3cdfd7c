package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.images.Image;
import io.github.predella.images.ImageChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has moved of late, read along the reference's own index of the times of change. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaImageChanges implements ImageChanges {

    private EntityManager rows;
    private Dialect dialect;
    private LocationText locations;

    /** For the container's proxy only. */
    protected JpaImageChanges() {}

    @Inject
    public JpaImageChanges(EntityManager rows, Dialect dialect, LocationText locations) {
        this.rows = rows;
        this.dialect = dialect;
        this.locations = locations;
    }

    @Override
    public List<Moment> between(Instant from, Instant to, int most) {
        var statement = new SqlText()
                .add("SELECT i.id, i.updated_at FROM images i WHERE i.updated_at >= ?", RowTimes.utc(from))
                .add(" AND i.updated_at < ?", RowTimes.utc(to))
                .add(" ORDER BY i.updated_at" + dialect.firstRows(most));
        return found(statement).stream()
                .map(row -> new Moment((String) row[0], instant(row[1])))
                .toList();
    }

    @Override
    public List<Image> read(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = new SqlText()
                .add("SELECT i.* FROM images i WHERE i.id")
                .addIn(List.copyOf(ids))
                .rows(rows, ImageRow.class);
        var parts = ImageParts.read(
                rows, locations, found.stream().map(row -> row.id).toList());
        return found.stream()
                .map(row -> row.toImage(ImageParts.of(parts, row.id)))
                .toList();
    }

    @Override
    public Map<String, Set<String>> members(Collection<String> ids) {
        var members = new HashMap<String, Set<String>>();
        var statement = new SqlText()
                .add("SELECT m.image_id, m.member FROM image_members m WHERE m.deleted = FALSE AND m.image_id")
                .addIn(List.copyOf(ids));
        found(statement).forEach(row -> members.computeIfAbsent((String) row[0], id -> new HashSet<>())
                .add((String) row[1]));
        return members;
    }

    @Override
    public Map<String, Long> offers(Collection<String> projects) {
        var offers = new HashMap<String, Long>();
        var statement = new SqlText()
                .add("SELECT m.member, COUNT(*) FROM image_members m WHERE m.deleted = FALSE")
                .add(" AND m.status = 'pending' AND m.member")
                .addIn(List.copyOf(projects))
                .add(" GROUP BY m.member");
        found(statement).forEach(row -> offers.put((String) row[0], ((Number) row[1]).longValue()));
        return offers;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> found(SqlText statement) {
        return statement.query(rows).getResultList();
    }

    /** Drivers differ in what they make of a time. */
    private static Instant instant(Object time) {
        return RowTimes.instant(time instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) time);
    }
}
