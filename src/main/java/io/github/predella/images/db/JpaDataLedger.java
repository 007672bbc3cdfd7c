package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.images.DataLedger;
import io.github.predella.images.ImageLocation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The notes about bytes on the move: our own table for uploads, the reference's location rows for removals. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaDataLedger implements DataLedger {

    private static final String TO_REMOVE = "SELECT l.id, l.value, l.meta_data FROM image_locations l"
            + " WHERE l.status = 'pending_delete' AND l.deleted = TRUE";

    private static final String WITHDRAWN = " status = 'pending_delete' AND deleted = FALSE";

    private EntityManager rows;
    private Dialect dialect;
    private LocationText texts;

    /** For the container's proxy only. */
    protected JpaDataLedger() {}

    @Inject
    public JpaDataLedger(EntityManager rows, Dialect dialect, LocationText texts) {
        this.rows = rows;
        this.dialect = dialect;
        this.texts = texts;
    }

    @Override
    public void begin(RunningUpload upload, long expected, Instant when) {
        new SqlText()
                .add(
                        "INSERT INTO predella_uploads (image_id, node, store, expected, begun_at) VALUES (?, ?, ?, ?, ?)",
                        upload.imageId(),
                        upload.node(),
                        upload.store(),
                        expected,
                        RowTimes.utc(when))
                .query(rows)
                .executeUpdate();
    }

    @Override
    public boolean end(String imageId, String node) {
        return new SqlText()
                        .add("DELETE FROM predella_uploads WHERE image_id = ? AND node = ?", imageId, node)
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    @Override
    public OptionalLong reserved(String imageId, String node) {
        List<?> found = new SqlText()
                .add("SELECT expected FROM predella_uploads WHERE image_id = ? AND node = ?", imageId, node)
                .query(rows)
                .getResultList();
        return found.stream().mapToLong(bytes -> ((Number) bytes).longValue()).findFirst();
    }

    @Override
    public boolean reserve(String imageId, String node, long expected) {
        return new SqlText()
                        .add("UPDATE predella_uploads SET expected = ?", expected)
                        .add(" WHERE image_id = ? AND node = ?", imageId, node)
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean takeOver(RunningUpload upload, String newNode) {
        return new SqlText()
                        .add(
                                "UPDATE predella_uploads SET node = ? WHERE image_id = ? AND node = ?",
                                newNode,
                                upload.imageId(),
                                upload.node())
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<RunningUpload> running() {
        @SuppressWarnings("unchecked")
        List<Object[]> found = new SqlText()
                .add("SELECT image_id, node, store FROM predella_uploads ORDER BY begun_at")
                .query(rows)
                .getResultList();
        return found.stream()
                .map(row -> new RunningUpload((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    @Override
    public boolean restore(ImageLocation copy, Instant when) {
        return new SqlText()
                        .add("UPDATE image_locations SET status = 'active', updated_at = ?", RowTimes.utc(when))
                        .add(" WHERE id = ? AND" + WITHDRAWN, copy.row())
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    @Override
    public int takeOverWithdrawn(Instant before, Instant when) {
        return new SqlText()
                .add("UPDATE image_locations SET deleted = TRUE, deleted_at = ?", RowTimes.utc(when))
                .add(" WHERE updated_at < ? AND" + WITHDRAWN, RowTimes.utc(before))
                .query(rows)
                .executeUpdate();
    }

    @Override
    public List<ImageLocation> toRemove(long afterRow, int limit) {
        return locations(new SqlText()
                .add(TO_REMOVE)
                .add(" AND l.id > ?", afterRow)
                .add(" AND EXISTS (SELECT 1 FROM images i WHERE i.id = l.image_id AND i.status <> 'pending_delete')")
                .add(" ORDER BY l.id" + dialect.firstRows(limit)));
    }

    @Override
    public List<ImageLocation> toRemove(String imageId) {
        return locations(new SqlText().add(TO_REMOVE).add(" AND l.image_id = ?", imageId));
    }

    @Override
    public void removed(ImageLocation location, Instant when) {
        new SqlText()
                .add(
                        "UPDATE image_locations SET status = 'deleted', updated_at = ?, deleted = TRUE,"
                                + " deleted_at = COALESCE(deleted_at, ?) WHERE id = ?",
                        RowTimes.utc(when),
                        RowTimes.utc(when),
                        location.row())
                .query(rows)
                .executeUpdate();
    }

    private List<ImageLocation> locations(SqlText statement) {
        @SuppressWarnings("unchecked")
        List<Object[]> found = statement.query(rows).getResultList();
        return found.stream()
                .map(row -> new ImageLocation(
                        ((Number) row[0]).longValue(),
                        texts.url((String) row[1]),
                        JsonText.toMap((String) row[2]),
                        "pending_delete"))
                .toList();
    }
}
