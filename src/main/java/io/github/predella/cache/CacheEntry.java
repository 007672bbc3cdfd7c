package io.github.predella.cache;

import java.time.Instant;

/**
 * A copy as the index tells it.
 *
 * @param row number of the row, null before it is stored
 * @param imageId whose data it is
 * @param size in bytes
 * @param checksum MD5 of it, null when nobody knows
 * @param hits how often it was read
 * @param lastAccessed when it was read last, or made when it was not
 * @param lastModified when it was made
 */
public record CacheEntry(
        Long row, String imageId, long size, String checksum, long hits, Instant lastAccessed, Instant lastModified) {}
