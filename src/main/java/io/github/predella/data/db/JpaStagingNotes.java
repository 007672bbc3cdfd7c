package io.github.predella.data.db;

import io.github.predella.data.Staged;
import io.github.predella.data.StagingNotes;
import io.github.predella.flow.DigestValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The notes about staged data in the table {@code predella_staged}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaStagingNotes implements StagingNotes {

    private static final String SELECT =
            "SELECT image_id, area, complete, bytes, checksum, algorithm, digest, findings FROM predella_staged";

    private Rows rows;

    /** For the container's proxy only. */
    protected JpaStagingNotes() {}

    @Inject
    public JpaStagingNotes(EntityManager rows) {
        this.rows = new Rows(rows);
    }

    @Override
    public void begin(String imageId, String area, Instant when) {
        remove(imageId);
        rows.change(
                "INSERT INTO predella_staged (image_id, area, complete, bytes, staged_at) VALUES (?, ?, FALSE, 0, ?)",
                imageId,
                area,
                Rows.utc(when));
    }

    @Override
    public boolean complete(Staged staged, Instant when) {
        return rows.change(
                        "UPDATE predella_staged SET complete = TRUE, bytes = ?, checksum = ?, algorithm = ?,"
                                + " digest = ?, findings = ?, staged_at = ? WHERE image_id = ? AND area = ?",
                        staged.size(),
                        staged.digests().checksum(),
                        staged.digests().algorithm(),
                        staged.digests().value(),
                        FindingsText.of(staged.findings()),
                        Rows.utc(when),
                        staged.imageId(),
                        staged.area())
                == 1;
    }

    @Override
    public Optional<Staged> find(String imageId) {
        return rows.find(SELECT + " WHERE image_id = ?", imageId).stream()
                .map(JpaStagingNotes::staged)
                .findFirst();
    }

    @Override
    public void remove(String imageId) {
        rows.change("DELETE FROM predella_staged WHERE image_id = ?", imageId);
    }

    @Override
    public List<String> before(Instant time, String after, int limit) {
        return rows.some(
                limit,
                "SELECT image_id FROM predella_staged WHERE staged_at < ? AND image_id > ? ORDER BY image_id",
                Rows.utc(time),
                after);
    }

    @Override
    public void removeBefore(String imageId, Instant time) {
        rows.change("DELETE FROM predella_staged WHERE image_id = ? AND staged_at < ?", imageId, Rows.utc(time));
    }

    @Override
    public List<Staged> inArea(String area) {
        return rows.find(SELECT + " WHERE area = ? ORDER BY image_id", area).stream()
                .map(JpaStagingNotes::staged)
                .toList();
    }

    private static Staged staged(Object[] row) {
        String imageId = (String) row[0];
        String area = (String) row[1];
        if (!Boolean.TRUE.equals(row[2])) {
            return new Staged(imageId, area, 0, null, List.of(), false);
        }
        return Staged.complete(
                imageId,
                area,
                ((Number) row[3]).longValue(),
                new DigestValues((String) row[4], (String) row[5], (String) row[6]),
                FindingsText.read((String) row[7]));
    }
}
