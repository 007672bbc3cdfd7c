package io.github.predella.dashboard.metadata;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Custom properties while somebody edits them: everything the form knows, none of it stored yet. For one thread. */
final class Draft {

    private final Map<String, String> before;
    private final Map<String, String> values;
    private final Set<String> gone;

    private Draft(Map<String, String> before, Map<String, String> values, Set<String> gone) {
        this.before = before;
        this.values = new LinkedHashMap<>(values);
        this.gone = new LinkedHashSet<>(gone);
    }

    /** A draft in which nothing is changed yet. */
    static Draft of(Map<String, String> properties) {
        var sorted = new TreeMap<>(properties);
        return new Draft(Map.copyOf(properties), sorted, Set.of());
    }

    /**
     * A draft as a form brings it back.
     *
     * @param before the properties as they were first shown
     * @param values what stands in the rows of the form, in their order
     * @param gone the names of rows that are to be removed
     */
    static Draft of(Map<String, String> before, Map<String, String> values, Set<String> gone) {
        return new Draft(Map.copyOf(before), values, gone);
    }

    /** The properties as they were first shown. */
    Map<String, String> before() {
        return before;
    }

    /** What stands in the rows, also in those to be removed. */
    Map<String, String> values() {
        return values;
    }

    /** Whether a property is to be removed. */
    boolean isGone(String name) {
        return gone.contains(name);
    }

    /** The properties as they are to be. */
    Map<String, String> mine() {
        var mine = new LinkedHashMap<>(values);
        mine.keySet().removeAll(gone);
        return mine;
    }

    /** Adds a row; one that is there already stays as it is, and one that was to be removed stays after all. */
    void add(String name, String value) {
        gone.remove(name);
        values.putIfAbsent(name, value);
    }

    /** Sets several properties, whether they are there or not. */
    void set(Map<String, String> properties) {
        properties.forEach((name, value) -> {
            gone.remove(name);
            values.put(name, value);
        });
    }

    /** Marks a row as to be removed; one that is new just vanishes. */
    void remove(String name) {
        if (before.containsKey(name)) {
            gone.add(name);
        } else {
            values.remove(name);
        }
    }

    /** Puts a row back to what it was. */
    void restore(String name) {
        if (before.containsKey(name)) {
            gone.remove(name);
            values.put(name, before.get(name));
        }
    }
}
