/**
 * The cache API over HTTP. Enter at {@link io.github.predella.cache.rest.CacheResource}.
 *
 * <p>Queueing an image needs the image's record and is served by {@code data.rest}.
 */
package io.github.predella.cache.rest;
