package io.github.predella.cache.db;

import io.github.predella.cache.CacheEntry;
import io.github.predella.cache.CacheIndex;
import io.github.predella.cache.CacheNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The index in {@code predella_cached_images}, and the queue in {@code predella_cache_queue}. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaCacheIndex implements CacheIndex {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaCacheIndex() {}

    @Inject
    public JpaCacheIndex(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public List<CacheEntry> of(CacheNode node) {
        return find(
                        "SELECT id, image_id, size, checksum, hits, last_accessed, last_modified"
                                + " FROM predella_cached_images WHERE node = ? ORDER BY image_id",
                        node.text())
                .stream()
                .map(JpaCacheIndex::entry)
                .toList();
    }

    private static CacheEntry entry(Object[] row) {
        return new CacheEntry(
                ((Number) row[0]).longValue(),
                (String) row[1],
                ((Number) row[2]).longValue(),
                (String) row[3],
                ((Number) row[4]).longValue(),
                instant(row[5]),
                instant(row[6]));
    }

    @Override
    public void put(CacheNode node, CacheEntry entry) {
        int hits = (int) Math.min(entry.hits(), Integer.MAX_VALUE);
        int changed = change(
                "UPDATE predella_cached_images SET last_accessed = ?, last_modified = ?, size = ?, hits = ?,"
                        + " checksum = ? WHERE image_id = ? AND node = ?",
                utc(entry.lastAccessed()),
                utc(entry.lastModified()),
                entry.size(),
                hits,
                entry.checksum(),
                entry.imageId(),
                node.text());
        if (changed == 0) {
            change(
                    "INSERT INTO predella_cached_images (image_id, last_accessed, last_modified, size, hits,"
                            + " checksum, node) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    entry.imageId(),
                    utc(entry.lastAccessed()),
                    utc(entry.lastModified()),
                    entry.size(),
                    hits,
                    entry.checksum(),
                    node.text());
        }
    }

    @Override
    public void remove(CacheNode node, String imageId) {
        change("DELETE FROM predella_cached_images WHERE image_id = ? AND node = ?", imageId, node.text());
    }

    @Override
    public List<String> nodesOf(String imageId) {
        return texts("SELECT node FROM predella_cached_images WHERE image_id = ? ORDER BY node", imageId);
    }

    @Override
    public List<String> orphans(CacheNode node) {
        return texts(
                "SELECT c.image_id FROM predella_cached_images c WHERE c.node = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM images i WHERE i.id = c.image_id AND i.deleted = FALSE"
                        + " AND i.status IN ('active', 'deactivated')) ORDER BY c.image_id",
                node.text());
    }

    @Override
    public void forgetUnread(Instant since) {
        change(
                "DELETE FROM predella_cached_images WHERE last_accessed < ? AND NOT EXISTS (SELECT 1 FROM images i"
                        + " WHERE i.id = predella_cached_images.image_id AND (i.deleted = FALSE OR i.deleted_at >= ?))",
                utc(since),
                utc(since));
    }

    @Override
    public void enqueue(CacheNode node, String imageId, Instant when) {
        if (!queued(node).contains(imageId)) {
            change(
                    "INSERT INTO predella_cache_queue (image_id, node, since) VALUES (?, ?, ?)",
                    imageId,
                    node.text(),
                    utc(when));
        }
    }

    @Override
    public List<String> queued(CacheNode node) {
        return texts("SELECT image_id FROM predella_cache_queue WHERE node = ? ORDER BY id", node.text());
    }

    @Override
    public boolean dequeue(CacheNode node, String imageId) {
        return change("DELETE FROM predella_cache_queue WHERE node = ? AND image_id = ?", node.text(), imageId) > 0;
    }

    @Override
    public void dequeueEverywhere(String imageId) {
        change("DELETE FROM predella_cache_queue WHERE image_id = ?", imageId);
    }

    private int change(String statement, Object... values) {
        return filled(statement, values).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> find(String statement, Object... values) {
        return filled(statement, values).getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String statement, Object... values) {
        return filled(statement, values).getResultList();
    }

    private Query filled(String statement, Object... values) {
        var query = rows.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** Drivers differ in what they give for a time without a zone. */
    private static Instant instant(Object time) {
        var local = time instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) time;
        return local.toInstant(ZoneOffset.UTC);
    }
}
