package io.github.predella.cache.rest;

import io.github.predella.cache.CacheEntry;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.List;

/** The cache on the wire. */
final class CacheJson {

    private static final double NANOS = 1e9;

    private CacheJson() {}

    static void writeCached(JsonGenerator json, List<CacheEntry> entries) {
        json.writeStartArray("cached_images");
        entries.forEach(entry -> write(json, entry));
        json.writeEnd();
    }

    private static void write(JsonGenerator json, CacheEntry entry) {
        json.writeStartObject()
                .write("id", entry.row())
                .write("image_id", entry.imageId())
                .write("hits", entry.hits())
                .write("last_accessed", seconds(entry.lastAccessed()))
                .write("last_modified", seconds(entry.lastModified()))
                .write("size", entry.size());
        if (entry.checksum() == null) {
            json.writeNull("checksum");
        } else {
            json.write("checksum", entry.checksum());
        }
        json.writeEnd();
    }

    static void writeQueued(JsonGenerator json, List<String> queued) {
        json.writeStartArray("queued_images");
        queued.forEach(json::write);
        json.writeEnd();
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / NANOS;
    }
}
