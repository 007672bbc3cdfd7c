package io.github.predella.images;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What many images have in common: for each facet the values that most of them have.
 *
 * @param values the facets that were asked for, each with at most {@link #MOST} values, the commonest first
 * @param among at how many images somebody has looked at most; when there are more of them, the numbers are about the
 *     newest
 */
public record ImageFacets(Map<Facet, List<Value>> values, int among) {

    /** How many values of a facet are told. */
    public static final int MOST = 20;

    /** What is counted. */
    public enum Facet {
        STATUS,
        VISIBILITY,
        DISK_FORMAT,
        /** The custom property {@code os_distro}. */
        OS_DISTRO,
        /** Ids of the stores with a readable copy, where the record says so. */
        STORE,
        TAG
    }

    /**
     * A value.
     *
     * @param text the value by its wire name
     * @param images how many images have it
     */
    public record Value(String text, long images) {}

    public ImageFacets {
        var copy = new EnumMap<Facet, List<Value>>(Facet.class);
        values.forEach((facet, counted) -> copy.put(facet, List.copyOf(counted)));
        values = Collections.unmodifiableMap(copy);
    }

    /** The values of a facet; none when it was not asked for. */
    public List<Value> of(Facet facet) {
        return values.getOrDefault(facet, List.of());
    }

    /** The commonest of some values, those that are as common as others by their text. */
    public static List<Value> commonest(Map<String, Long> counted) {
        return counted.entrySet().stream()
                .map(entry -> new Value(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Value::images).reversed().thenComparing(Value::text))
                .limit(MOST)
                .toList();
    }
}
