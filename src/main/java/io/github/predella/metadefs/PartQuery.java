package io.github.predella.metadefs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which parts of a namespace a list shows, and in which order. Parts of one namespace are few enough to be sorted here.
 *
 * @param sortKey null for the order in which the parts were made
 * @param limit how many at most; null for all
 * @param marker name of the part behind which the list begins, or null
 */
public record PartQuery(SortKey sortKey, boolean ascending, Integer limit, String marker) {

    /** What parts can be sorted by. */
    public enum SortKey {
        ID,
        NAME,
        CREATED_AT,
        UPDATED_AT
    }

    /** All parts in the order in which they were made. */
    public static final PartQuery ALL = new PartQuery(null, true, null, null);

    /**
     * The parts that are wanted.
     *
     * @param parts all of them in the order in which they were made
     * @param unknownMarker what is thrown when no part has the name of the marker
     */
    <P extends Part> List<P> of(List<P> parts, Supplier<? extends RuntimeException> unknownMarker) {
        var sorted = sorted(parts);
        int from = 0;
        if (marker != null) {
            from = names(sorted).indexOf(marker) + 1;
            if (from == 0) {
                throw unknownMarker.get();
            }
        }
        int to = limit == null ? sorted.size() : (int) Math.min((long) from + limit, sorted.size());
        return List.copyOf(sorted.subList(from, to));
    }

    private <P extends Part> List<P> sorted(List<P> parts) {
        var sorted = new ArrayList<>(parts);
        if (sortKey != null) {
            sorted.sort(order());
            if (!ascending) {
                // Reversed as a whole, so that parts that are equal in the key turn round as well.
                Collections.reverse(sorted);
            }
        }
        return sorted;
    }

    private Comparator<Part> order() {
        return switch (sortKey) {
            // They come in that order, and sorting leaves equal ones where they are.
            case ID -> Comparator.nullsFirst(null);
            case NAME -> Comparator.comparing(Part::name);
            case CREATED_AT -> Comparator.comparing(Part::createdAt);
            case UPDATED_AT -> Comparator.comparing(PartQuery::lastChange);
        };
    }

    private static Instant lastChange(Part part) {
        return part.updatedAt() == null ? part.createdAt() : part.updatedAt();
    }

    private static List<String> names(List<? extends Part> parts) {
        return parts.stream().map(Part::name).toList();
    }
}
