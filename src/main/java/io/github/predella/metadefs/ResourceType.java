package io.github.predella.metadefs;

import java.time.Instant;

/**
 * A type of resources that namespaces are for. It comes to be with the first association and stays.
 *
 * @param name unique among all types
 * @param updatedAt null when it was never changed
 */
public record ResourceType(String name, Instant createdAt, Instant updatedAt) {}
