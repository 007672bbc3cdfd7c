package io.github.predella.dashboard.metadata;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of values that two people change at the same time. A value that is missing from a map is not there.
 *
 * @param before the values as they were shown
 * @param mine the values as the person wants them
 * @param theirs the values as they are now
 */
record ThreeWay(Map<String, String> before, Map<String, String> mine, Map<String, String> theirs) {

    ThreeWay {
        before = Map.copyOf(before);
        mine = new LinkedHashMap<>(mine);
        theirs = new LinkedHashMap<>(theirs);
    }

    /** The names of what the person has changed. */
    Set<String> changed() {
        return different(before, mine);
    }

    /** The names of what somebody else has changed since the values were shown. */
    Set<String> foreign() {
        return different(before, theirs);
    }

    /** What both have changed, and not to the same. */
    List<Conflict> conflicts() {
        var both = changed();
        both.retainAll(foreign());
        both.retainAll(different(mine, theirs));
        return both.stream()
                .map(name -> new Conflict(name, before.get(name), mine.get(name), theirs.get(name)))
                .toList();
    }

    /** The values as they are now with what the person has changed; where both have changed one, the person's counts. */
    Map<String, String> merged() {
        var merged = new LinkedHashMap<>(theirs);
        for (String name : changed()) {
            if (mine.containsKey(name)) {
                merged.put(name, mine.get(name));
            } else {
                merged.remove(name);
            }
        }
        return merged;
    }

    /** The names of values that differ, in alphabetical order. */
    static Set<String> different(Map<String, String> one, Map<String, String> other) {
        var names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
        return new TreeSet<>(names);
    }
}
