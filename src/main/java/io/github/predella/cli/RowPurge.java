package io.github.predella.cli;

import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ObjIntConsumer;
import javax.sql.DataSource;

/**
 * Removes rows of what was deleted long ago for good, some of them in each transaction. What lies in the bin, and copies
 * whose data is not gone yet, stay in any case.
 */
final class RowPurge {

    private static final int BATCH = 500;

    /** The tables in an order in which nothing refers to what is gone; {@code t} is the row, {@code ?} the time. */
    private static final List<Table> PARTS = List.of(
            new Table(
                    "task_info",
                    "task_id",
                    "task_info t JOIN tasks o ON o.id = t.task_id WHERE o.deleted = TRUE AND o.deleted_at < ?",
                    "o.deleted_at"),
            ofImages("image_properties", ""),
            ofImages("image_tags", ""),
            ofImages("image_locations", " AND t.status <> 'pending_delete'"),
            ofImages("image_members", ""),
            new Table(
                    "tasks",
                    "id",
                    "tasks t WHERE t.deleted = TRUE AND t.deleted_at < ?"
                            + " AND NOT EXISTS (SELECT 1 FROM task_info o WHERE o.task_id = t.id)"
                            + " AND NOT EXISTS (SELECT 1 FROM predella_task_runs o WHERE o.task_id = t.id)",
                    "t.deleted_at"));

    private static final Table IMAGES = new Table(
            "images",
            "id",
            "images t WHERE t.deleted = TRUE AND t.deleted_at < ? AND t.status <> 'pending_delete'",
            "t.deleted_at");

    private static final List<String> OF_IMAGES =
            List.of("image_properties", "image_tags", "image_locations", "image_members");

    private final DataSource database;
    private final Bounds bounds;

    RowPurge(DataSource database, Bounds bounds) {
        this.database = database;
        this.bounds = bounds;
    }

    /**
     * What may go.
     *
     * @param before deleted before that moment
     * @param most rows of each table at most
     */
    record Bounds(Instant before, int most) {

        /**
         * @param days age in days
         * @param most rows of each table; -1 for all
         * @throws CommandProblem when one of them is out of its range
         */
        static Bounds of(int days, int most, Instant now) {
            long longest = Duration.between(Instant.EPOCH, now).toDays();
            if (days < 0 || days >= longest) {
                throw new CommandProblem("--age_in_days must be from 0 to " + (longest - 1));
            }
            if (most < -1) {
                throw new CommandProblem("--max_rows must be -1 or more");
            }
            return new Bounds(now.minus(Duration.ofDays(days)), most == -1 ? Integer.MAX_VALUE : most);
        }
    }

    private record Table(String name, String key, String rows, String age) {}

    private static Table ofImages(String name, String further) {
        return new Table(
                name,
                "id",
                name + " t WHERE t.deleted = TRUE AND t.deleted_at < ?" + further
                        + " AND EXISTS (SELECT 1 FROM images o WHERE o.id = t.image_id AND o.status <> 'pending_delete')",
                "t.deleted_at");
    }

    /** Removes what hung on images, and tasks; tells the table and the number of rows for each. */
    void parts(ObjIntConsumer<String> told) {
        for (Table table : PARTS) {
            told.accept(table.name(), purge(table));
        }
    }

    /**
     * Removes rows of images themselves.
     *
     * @return how many
     * @throws CommandProblem when other rows still refer to some of them; nothing is changed then
     */
    int images() {
        for (String part : OF_IMAGES) {
            String rows = IMAGES.rows() + " AND EXISTS (SELECT 1 FROM " + part + " o WHERE o.image_id = t.id)";
            if (!keys(new Table(IMAGES.name(), IMAGES.key(), rows, IMAGES.age()), 1)
                    .isEmpty()) {
                throw new CommandProblem("Purge command failed, nothing was removed: rows of " + part
                        + " belong to images that are to go; run predella db purge first");
            }
        }
        return purge(IMAGES);
    }

    private int purge(Table table) {
        int sum = 0;
        int removed = BATCH;
        while (removed > 0 && sum < bounds.most()) {
            removed = remove(table, keys(table, Math.min(BATCH, bounds.most() - sum)));
            sum += removed;
        }
        return sum;
    }

    private List<Object> keys(Table table, int limit) {
        var keys = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement("SELECT t." + table.key() + " FROM " + table.rows()
                        + " ORDER BY " + table.age() + Dialect.of(connection).firstRows(limit))) {
            query.setTimestamp(1, Timestamp.valueOf(RowTimes.utc(bounds.before())));
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    keys.add(found.getObject(1));
                }
            }
            return keys;
        } catch (SQLException failure) {
            throw new CommandProblem("rows of " + table.name() + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private int remove(Table table, List<Object> keys) {
        if (keys.isEmpty()) {
            return 0;
        }
        String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "DELETE FROM " + table.name() + " WHERE " + table.key() + " IN (" + marks + ")")) {
            for (int i = 0; i < keys.size(); i++) {
                statement.setObject(i + 1, keys.get(i));
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new CommandProblem("Purge command failed at " + table.name() + ": " + failure.getMessage(), failure);
        }
    }
}
