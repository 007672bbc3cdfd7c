/**
 * Copies of image data near the readers. So far only who may look after them ({@link
 * io.github.predella.cache.CachePermission}): there is no cache yet.
 *
 * <p>How data is fetched is never known here; HTTP lives in {@code cache.rest}.
 */
package io.github.predella.cache;
