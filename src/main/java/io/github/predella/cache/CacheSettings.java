package io.github.predella.cache;

import io.github.predella.config.DataSize;
import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where copies of image data are kept, and how many of them.
 *
 * @param directory where they are, null when there is no cache
 * @param maxSize bytes of all copies together at most
 * @param stallTime after so long without a byte an incomplete copy is given up
 * @param driver where the index is; only {@link #DATABASE} is heeded
 * @param selfReference the address by which the nodes tell themselves apart, null for host name and port; at most 255
 *     characters
 * @param flavor names the filters of the reference that are wanted; {@code cachemanagement} in it opens the older routes
 */
public record CacheSettings(
        @Setting(
                key = "DEFAULT.image_cache_dir",
                says = "directory for copies of data that was read from stores which are not local; not set: no cache")
        Path directory,

        @Setting(
                key = "DEFAULT.image_cache_max_size",
                fallback = "10737418240",
                says = "bytes of all these copies together at most; those not read for the longest time go first")
        DataSize maxSize,

        @Setting(
                key = "DEFAULT.image_cache_stall_time",
                fallback = "86400",
                says = "seconds without a byte after which an incomplete copy is given up")
        Seconds stallTime,

        @Setting(
                key = "DEFAULT.image_cache_driver",
                fallback = CacheSettings.DATABASE,
                says = "where the cache's index is; anything else than centralized_db counts as that")
        String driver,

        @Setting(
                key = "DEFAULT.worker_self_reference_url",
                says = "name of this node in the cache's index, different for each node; not set: http://host:port")
        String selfReference,

        @Setting(
                key = "paste_deploy.flavor",
                fallback = "",
                says = "with cachemanagement in it, the routes cached_images and queued_images are there too")
        String flavor) {

    /** The driver of the reference that keeps the index in the database. */
    static final String DATABASE = "centralized_db";

    private static final int LONGEST_REFERENCE = 255;

    public CacheSettings {
        directory = directory == null ? null : directory.toAbsolutePath().normalize();
        if (selfReference != null && selfReference.getBytes(StandardCharsets.UTF_8).length > LONGEST_REFERENCE) {
            throw new IllegalArgumentException(
                    "worker_self_reference_url is longer than " + LONGEST_REFERENCE + " characters");
        }
    }

    /** Whether there is a cache. */
    public boolean isOn() {
        return directory != null;
    }

    /** Whether the older routes are there. */
    public boolean hasOlderRoutes() {
        return flavor.contains("cachemanagement");
    }
}
