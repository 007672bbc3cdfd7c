package io.github.predella.quota;

/**
 * What a project has.
 *
 * @param count images that are not deleted
 * @param storedBytes bytes in stores, each copy counted
 * @param uploading images that data is on its way to
 */
public record Usage(long count, long storedBytes, long uploading) {}
