package io.github.predella.cache;

/**
 * The name of this node in the index of caches. It outlives restarts, as the copies do, and no other node may have it.
 *
 * @param text at most 255 characters
 */
public record CacheNode(String text) {}
