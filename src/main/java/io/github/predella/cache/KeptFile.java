package io.github.predella.cache;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A complete copy in the cache's directory.
 *
 * @param path its real path, without symbolic links; to be read only
 * @param size number of bytes
 * @param modified when it was made, in whole seconds, so that the index of every database can tell it
 */
public record KeptFile(Path path, long size, Instant modified) {}
