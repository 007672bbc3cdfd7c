package io.github.predella.images.db;

import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what hangs on an image: only the difference between two states, in as few statements as that takes. */
final class PartRows {

    private final EntityManager rows;
    private final LocationText texts;

    PartRows(EntityManager rows, LocationText texts) {
        this.rows = rows;
        this.texts = texts;
    }

    void insertAll(Image image) {
        var now = RowTimes.utc(image.createdAt());
        insertProperties(image.id(), image.details().properties(), now);
        insertTags(image.id(), image.details().tags(), now);
        insertLocations(image.id(), image.locations(), now);
    }

    void writeDifference(Image before, Image after) {
        var now = RowTimes.utc(after.updatedAt());
        writeProperties(
                after.id(), before.details().properties(), after.details().properties(), now);
        writeTags(after.id(), before.details().tags(), after.details().tags(), now);
        writeLocations(after.id(), before.locations(), after.locations(), now);
    }

    /**
     * Lets no part that is deleted already look as if it were deleted with the image: databases that keep whole seconds
     * could not tell the two apart. The same goes for copies that are about to leave their stores anyway.
     */
    void setApart(String imageId, LocalDateTime now) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var earlier = second.minusSeconds(1);
        for (var table : List.of("image_properties", "image_tags", "image_members", "image_locations")) {
            new SqlText()
                    .add("UPDATE " + table + " SET deleted_at = ? WHERE image_id = ?", earlier, imageId)
                    .add(" AND deleted = TRUE AND deleted_at >= ?", second)
                    .query(rows)
                    .executeUpdate();
        }
        new SqlText()
                .add("UPDATE image_locations SET deleted = TRUE, deleted_at = ?", earlier)
                .add(" WHERE image_id = ? AND deleted = FALSE AND status = 'pending_delete'", imageId)
                .query(rows)
                .executeUpdate();
    }

    /** Marks everything that hangs on the image deleted; the copies of its data are then still to be removed. */
    void markAllDeleted(String imageId, LocalDateTime now) {
        for (var table : List.of("image_properties", "image_tags", "image_members")) {
            new SqlText()
                    .add("UPDATE " + table + " SET deleted = TRUE, deleted_at = ? WHERE image_id = ?", now, imageId)
                    .add(" AND deleted = FALSE")
                    .query(rows)
                    .executeUpdate();
        }
        new SqlText()
                .add("UPDATE image_locations SET deleted = TRUE, deleted_at = ?, status = 'pending_delete'", now)
                .add(" WHERE image_id = ? AND deleted = FALSE", imageId)
                .query(rows)
                .executeUpdate();
    }

    private void writeProperties(String id, Map<String, String> before, Map<String, String> after, LocalDateTime now) {
        var removed =
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
        if (!removed.isEmpty()) {
            new SqlText()
                    .add("UPDATE image_properties SET deleted = TRUE, deleted_at = ?, updated_at = ?", now, now)
                    .add(" WHERE image_id = ? AND deleted = FALSE AND name", id)
                    .addIn(removed)
                    .query(rows)
                    .executeUpdate();
        }
        var added = new LinkedHashMap<String, String>();
        after.forEach((key, value) -> {
            if (!Objects.equals(before.get(key), value) && !setProperty(id, key, value, now)) {
                added.put(key, value);
            }
        });
        insertProperties(id, added, now);
    }

    /**
     * A property that was there before, deleted or not, keeps its row: the table allows one row a name. The time of its
     * deletion goes, since by that time alone the reference's purge finds what it removes.
     */
    private boolean setProperty(String id, String key, String value, LocalDateTime now) {
        return new SqlText()
                        .add("UPDATE image_properties SET value = ?, deleted = FALSE, deleted_at = NULL", value)
                        .add(", updated_at = ?", now)
                        .add(" WHERE image_id = ? AND name = ?", id, key)
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    private void insertProperties(String id, Map<String, String> properties, LocalDateTime now) {
        if (properties.isEmpty()) {
            return;
        }
        var insert = new SqlText()
                .add("INSERT INTO image_properties (image_id, name, value, created_at, updated_at, deleted) VALUES ");
        var separator = "";
        for (var property : properties.entrySet()) {
            insert.add(separator + "(?, ?, ?, ?, ?, FALSE)", id, property.getKey(), property.getValue(), now, now);
            separator = ", ";
        }
        insert.query(rows).executeUpdate();
    }

    private void writeTags(String id, Set<String> before, Set<String> after, LocalDateTime now) {
        var removed = before.stream().filter(tag -> !after.contains(tag)).toList();
        if (!removed.isEmpty()) {
            new SqlText()
                    .add("UPDATE image_tags SET deleted = TRUE, deleted_at = ? WHERE image_id = ?", now, id)
                    .add(" AND deleted = FALSE AND value")
                    .addIn(removed)
                    .query(rows)
                    .executeUpdate();
        }
        var added = new LinkedHashSet<>(after);
        added.removeAll(before);
        if (!added.isEmpty()) {
            added.removeAll(present(id, added));
        }
        insertTags(id, added, now);
    }

    /** Which of the tags are there already: somebody else may have added them since the image was read. */
    private List<?> present(String id, Set<String> tags) {
        return new SqlText()
                .add("SELECT value FROM image_tags WHERE image_id = ? AND deleted = FALSE AND value", id)
                .addIn(List.copyOf(tags))
                .query(rows)
                .getResultList();
    }

    private void insertTags(String id, Set<String> tags, LocalDateTime now) {
        if (tags.isEmpty()) {
            return;
        }
        var insert =
                new SqlText().add("INSERT INTO image_tags (image_id, value, created_at, updated_at, deleted) VALUES ");
        var separator = "";
        for (var tag : tags) {
            insert.add(separator + "(?, ?, ?, ?, FALSE)", id, tag, now, now);
            separator = ", ";
        }
        insert.query(rows).executeUpdate();
    }

    private void writeLocations(String id, List<ImageLocation> before, List<ImageLocation> after, LocalDateTime now) {
        var kept = after.stream().map(ImageLocation::row).collect(Collectors.toSet());
        for (var location : before) {
            if (!kept.contains(location.row())) {
                new SqlText()
                        .add("UPDATE image_locations SET deleted = TRUE, deleted_at = ?, status = 'deleted'", now)
                        .add(" WHERE id = ?", location.row())
                        .query(rows)
                        .executeUpdate();
            }
        }
        for (var location : after) {
            if (location.row() != null && !before.contains(location)) {
                new SqlText()
                        .add(
                                "UPDATE image_locations SET value = ?, meta_data = ?, status = ?, updated_at = ?",
                                texts.stored(location.url()),
                                JsonText.of(location.metadata()),
                                location.status(),
                                now)
                        .add(" WHERE id = ?", location.row())
                        .query(rows)
                        .executeUpdate();
            }
        }
        insertLocations(
                id, after.stream().filter(location -> location.row() == null).toList(), now);
    }

    private void insertLocations(String id, List<ImageLocation> locations, LocalDateTime now) {
        for (var location : locations) {
            new SqlText()
                    .add("INSERT INTO image_locations")
                    .add(" (image_id, value, meta_data, status, created_at, updated_at, deleted)")
                    .add(
                            " VALUES (?, ?, ?, ?, ?, ?, FALSE)",
                            id,
                            texts.stored(location.url()),
                            JsonText.of(location.metadata()),
                            location.status(),
                            now,
                            now)
                    .query(rows)
                    .executeUpdate();
        }
    }
}
