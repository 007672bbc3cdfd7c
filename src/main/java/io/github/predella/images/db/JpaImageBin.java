package io.github.predella.images.db;

import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.core.StorableText;
import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.images.Image;
import io.github.predella.images.ImageBin;
import io.github.predella.images.ImageFaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bin in the tables of the reference, and what those do not tell in one of our own. Which of the deleted rows belong
 * to a deletion tells their time: all of them carry that of the image.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaImageBin implements ImageBin {

    /** The reference marks the copies first, each at its own moment, and the image with everything else after that. */
    private static final Duration MARKED_BEFORE = Duration.ofMinutes(1);

    private static final String HERE = " WHERE id = ? AND deleted = TRUE AND status = 'pending_delete'";

    private EntityManager rows;
    private Dialect dialect;

    /** For the container's proxy only. */
    protected JpaImageBin() {}

    @Inject
    public JpaImageBin(EntityManager rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    @Override
    public void note(String id, Image.Status former) {
        forget(id);
        insert(id, former, false);
    }

    @Override
    public Optional<Binned> find(String id) {
        return binned(row(id).stream().toList()).stream().findFirst();
    }

    private Optional<ImageRow> row(String id) {
        if (!StorableText.is(id)) {
            return Optional.empty();
        }
        return new SqlText()
                .add("SELECT * FROM images" + HERE, id).rows(rows, ImageRow.class).stream()
                        .findFirst();
    }

    @Override
    public Page<Binned> page(String owner, PageRequest page) {
        boolean backwards = page.backwards();
        var statement =
                new SqlText().add("SELECT i.* FROM images i WHERE i.deleted = TRUE AND i.status = 'pending_delete'");
        if (owner != null) {
            statement.add(" AND i.owner = ?", owner);
        }
        if (page.marker() != null) {
            var marker = marker(page.marker(), owner);
            String behind = backwards ? " > ?" : " < ?";
            statement
                    .add(" AND (i.deleted_at" + behind, marker.deletedAt)
                    .add(" OR (i.deleted_at = ? AND i.id" + behind + "))", marker.deletedAt, marker.id);
        }
        if (page.limit() == 0) {
            return new Page<>(List.of(), false);
        }
        String direction = backwards ? " ASC" : " DESC";
        statement.add(" ORDER BY i.deleted_at" + direction + ", i.id" + direction + dialect.firstRows(page.limit()));
        var found = new ArrayList<>(statement.rows(rows, ImageRow.class));
        if (backwards) {
            Collections.reverse(found);
        }
        return new Page<>(binned(found), found.size() == page.limit());
    }

    private ImageRow marker(String id, String owner) {
        return row(id).filter(row -> owner == null || owner.equals(row.owner))
                .orElseThrow(() -> ImageFaults.unknownMarker(id));
    }

    /** Two statements for all of the images. */
    private List<Binned> binned(List<ImageRow> found) {
        var ids = found.stream().map(row -> row.id).toList();
        var notes = notes(ids);
        var copies = copies(ids);
        return found.stream()
                .map(row -> binned(row, notes.get(row.id), copies.getOrDefault(row.id, List.of())))
                .toList();
    }

    private static Binned binned(ImageRow row, Note note, List<Copy> copies) {
        var image = row.toImage(ImageParts.of(Map.of(), row.id));
        var since = marked(row.deletedAt, note);
        int kept = (int) copies.stream()
                .filter(copy -> !copy.removed() && !copy.markedAt().isBefore(since))
                .count();
        boolean complete = copies.stream()
                .noneMatch(copy -> copy.removed() && !copy.markedAt().isBefore(row.deletedAt));
        boolean whole = kept > 0 && complete && (note == null || !note.emptying());
        var former = note == null ? Image.Status.ACTIVE : note.former();
        return new Binned(image, former, RowTimes.instant(row.deletedAt), kept, whole);
    }

    /** Since when copies have been marked that belong to the deletion. */
    private static LocalDateTime marked(LocalDateTime deletedAt, Note note) {
        return note != null ? deletedAt : deletedAt.minus(MARKED_BEFORE);
    }

    /** A copy that was given up, by a deletion or before one. */
    private record Copy(boolean removed, LocalDateTime markedAt) {}

    private Map<String, List<Copy>> copies(List<String> ids) {
        var copies = new HashMap<String, List<Copy>>();
        if (ids.isEmpty()) {
            return copies;
        }
        @SuppressWarnings("unchecked")
        List<Object[]> found = new SqlText()
                .add("SELECT image_id, status, deleted_at FROM image_locations WHERE deleted = TRUE")
                .add(" AND deleted_at IS NOT NULL AND status IN ('pending_delete', 'deleted') AND image_id")
                .addIn(ids)
                .query(rows)
                .getResultList();
        for (Object[] row : found) {
            var copy = new Copy("deleted".equals(row[1]), RowTimes.read(row[2]));
            copies.computeIfAbsent((String) row[0], id -> new ArrayList<>()).add(copy);
        }
        return copies;
    }

    @Override
    public List<String> due(Instant before, String afterId, int limit) {
        @SuppressWarnings("unchecked")
        List<String> ids = new SqlText()
                .add("SELECT i.id FROM images i WHERE i.deleted = TRUE AND i.status = 'pending_delete'")
                .add(" AND i.deleted_at <= ? AND i.id > ?", RowTimes.utc(before), afterId)
                .add(" ORDER BY i.id" + dialect.firstRows(limit))
                .query(rows)
                .getResultList();
        return ids;
    }

    @Override
    public boolean begin(String id) {
        boolean here = find(id).isPresent();
        if (here && update("UPDATE predella_bin SET emptying = TRUE WHERE image_id = ?", id) == 0) {
            insert(id, Image.Status.ACTIVE, true);
        }
        return here;
    }

    @Override
    public boolean restore(Binned binned, Instant when) {
        var id = binned.image().id();
        var now = RowTimes.utc(when);
        var deletedAt = RowTimes.utc(binned.deletedAt());
        var since = marked(deletedAt, notes(List.of(id)).get(id));
        boolean restored = update(
                        "UPDATE images SET deleted = FALSE, deleted_at = NULL, status = ?, updated_at = ?" + HERE,
                        binned.former().wireName(),
                        now,
                        id)
                == 1;
        if (restored) {
            restore("image_properties", id, deletedAt, " AND NOT name LIKE 'os!_glance!_%' ESCAPE '!'");
            restore("image_tags", id, deletedAt, "");
            restore("image_members", id, deletedAt, "");
            update(
                    "UPDATE image_locations SET deleted = FALSE, deleted_at = NULL, status = 'active', updated_at = ?"
                            + " WHERE image_id = ? AND deleted = TRUE AND status = 'pending_delete'"
                            + " AND deleted_at >= ?",
                    now,
                    id,
                    since);
            forget(id);
        }
        return restored;
    }

    private void restore(String table, String id, LocalDateTime deletedAt, String except) {
        update(
                "UPDATE " + table + " SET deleted = FALSE, deleted_at = NULL"
                        + " WHERE image_id = ? AND deleted = TRUE AND deleted_at = ?" + except,
                id,
                deletedAt);
    }

    @Override
    public boolean finish(String id, Instant when) {
        boolean ended =
                update("UPDATE images SET status = 'deleted', updated_at = ?" + HERE, RowTimes.utc(when), id) == 1;
        if (ended) {
            forget(id);
        }
        return ended;
    }

    @Override
    public void forgetOthers() {
        update("DELETE FROM predella_bin WHERE NOT EXISTS (SELECT 1 FROM images i WHERE i.id = predella_bin.image_id"
                + " AND i.deleted = TRUE AND i.status = 'pending_delete')");
    }

    /** What our own table says about an image in the bin. */
    private record Note(Image.Status former, boolean emptying) {}

    private Map<String, Note> notes(List<String> ids) {
        var notes = new HashMap<String, Note>();
        if (ids.isEmpty()) {
            return notes;
        }
        @SuppressWarnings("unchecked")
        List<Object[]> found = new SqlText()
                .add("SELECT image_id, status, emptying FROM predella_bin WHERE image_id")
                .addIn(ids)
                .query(rows)
                .getResultList();
        found.forEach(row -> notes.put((String) row[0], new Note(Image.Status.of((String) row[1]), (Boolean) row[2])));
        return notes;
    }

    private void insert(String id, Image.Status former, boolean emptying) {
        update(
                "INSERT INTO predella_bin (image_id, status, emptying) VALUES (?, ?, ?)",
                id,
                former.wireName(),
                emptying);
    }

    private void forget(String id) {
        update("DELETE FROM predella_bin WHERE image_id = ?", id);
    }

    private int update(String statement, Object... values) {
        return new SqlText().add(statement, values).query(rows).executeUpdate();
    }
}
