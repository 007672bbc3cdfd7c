package io.github.predella.data;

import io.github.predella.cache.CacheSettings;
import io.github.predella.cache.ImageCache;
import io.github.predella.config.DataSize;
import io.github.predella.config.Seconds;
import java.nio.file.Path;
import java.time.Clock;

/** Caches for tests of other parts. */
final class CacheFixture {

    private CacheFixture() {}

    /** None. */
    static CachedCopies switchedOff() {
        return new CachedCopies(new ImageCache(settings(null), Runnable::run, Clock.systemUTC()));
    }

    /** A cache in a directory, null for none. */
    static CacheSettings settings(Path directory) {
        return new CacheSettings(directory, new DataSize(1 << 20), new Seconds(60), "centralized_db", null, "");
    }
}
