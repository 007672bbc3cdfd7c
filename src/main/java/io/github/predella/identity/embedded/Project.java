package io.github.predella.identity.embedded;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * What owns images and what roles are given on.
 *
 * @param id 32 hexadecimal digits
 * @param name unique, 1 to 64 characters
 * @param description free text, never null
 * @param enabled whether tokens for the project are valid
 * @param tokensFrom tokens for the project that were issued at or before this moment are void
 * @param extra further attributes, given back as they came; never null
 */
public record Project(
        String id, String name, String description, boolean enabled, Instant tokensFrom, JsonObject extra) {}
