package io.github.predella.core;

/**
 * Which page is wanted.
 *
 * @param limit how many rows at most, at least 0
 * @param marker id of the last row of the page before, null for the first page
 */
public record PageRequest(int limit, String marker) {

    public PageRequest {
        if (limit < 0) {
            throw new IllegalArgumentException("negative page limit " + limit);
        }
    }
}
