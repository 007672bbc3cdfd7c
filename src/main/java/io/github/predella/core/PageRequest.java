package io.github.predella.core;

/**
 * Which page is wanted.
 *
 * @param limit how many rows at most, at least 0
 * @param marker id of the row behind which the page begins, null for the first page; of one that goes backwards, the
 *     row before which it ends, null for the last page
 * @param backwards whether the list is walked from its end; the rows of the page stand in the order of the list all the
 *     same. Only some lists can be walked so
 */
public record PageRequest(int limit, String marker, boolean backwards) {

    public PageRequest {
        if (limit < 0) {
            throw new IllegalArgumentException("negative page limit " + limit);
        }
    }

    /** A page of a list that is walked from its beginning. */
    public PageRequest(int limit, String marker) {
        this(limit, marker, false);
    }

    /** The page that ends before a row, or the last page when there is none. */
    public static PageRequest before(int limit, String marker) {
        return new PageRequest(limit, marker, true);
    }
}
