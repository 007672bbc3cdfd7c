/**
 * The index of the caches, in the reference's tables and one of our own. Enter at {@link
 * io.github.predella.cache.db.JpaCacheIndex}.
 *
 * <p>No rule about copies lives here.
 */
package io.github.predella.cache.db;
