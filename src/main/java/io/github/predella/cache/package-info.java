/**
 * Copies of image data near the readers. Enter at {@link io.github.predella.cache.ImageCache} for the bytes and at
 * {@link io.github.predella.cache.CacheUpkeep} for the books.
 *
 * <p>What an image is, and how its data is fetched, is never known here: {@code data} asks for copies, lets them grow
 * and says which of them nobody may want any more. HTTP lives in {@code cache.rest}, SQL in {@code cache.db}.
 */
package io.github.predella.cache;
