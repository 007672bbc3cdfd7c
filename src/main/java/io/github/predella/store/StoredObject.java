package io.github.predella.store;

/**
 * An object that is safely kept.
 *
 * @param location where, with the store's id and its metadata
 * @param size how many bytes, at least 0
 */
public record StoredObject(Location location, long size) {}
