package io.github.predella.identity.embedded;

import io.github.predella.quota.Limit;

/**
 * How much of something a project may have, or all projects for which nothing else is said.
 *
 * @param id 32 hexadecimal digits
 * @param project id of the project, or null for the default of all (a "registered limit")
 * @param resource of what
 * @param amount how much, in the unit of the resource; negative for any number
 * @param region id of the region it was given for, or null; there is one region only
 * @param description free text, or null
 */
public record StoredLimit(String id, String project, Limit resource, long amount, String region, String description) {

    /** What this kind of limit is called in messages. */
    String kind() {
        return project == null ? "registered limit" : "limit";
    }
}
