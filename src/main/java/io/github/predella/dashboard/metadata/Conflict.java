package io.github.predella.dashboard.metadata;

/**
 * A value that two people have changed at the same time. Each of its forms is null where the value was not there.
 *
 * @param name of the value
 * @param before as it was shown
 * @param mine as the person wants it
 * @param theirs as it is now
 */
public record Conflict(String name, String before, String mine, String theirs) {}
