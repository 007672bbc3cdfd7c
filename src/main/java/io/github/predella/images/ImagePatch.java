package io.github.predella.images;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * A list of changes to one image (images-api, "PATCH"): a subset of RFC 6902, or the older draft of it.
 *
 * @param operations in the order in which they are applied
 */
public record ImagePatch(List<Operation> operations) {

    /** The attribute of which a position, and not only the whole, can be changed. */
    public static final String LOCATIONS = "locations";

    public ImagePatch {
        operations = List.copyOf(operations);
    }

    /** What an operation does. */
    public enum Verb {
        ADD,
        REPLACE,
        REMOVE
    }

    /**
     * One change.
     *
     * @param verb what to do
     * @param path names of the attribute and, for locations, of the position in it; at least one
     * @param value what to set, null exactly for {@link Verb#REMOVE}
     * @param strict true when adding what is there already is a conflict, as the older draft has it
     */
    public record Operation(Verb verb, List<String> path, JsonValue value, boolean strict) {
        public Operation {
            path = List.copyOf(path);
        }

        /** The attribute or property that is changed. */
        public String root() {
            return path.get(0);
        }
    }

    /** Whether it changes where the data is. */
    public boolean concernsLocations() {
        return operations.stream().anyMatch(operation -> operation.root().equals(LOCATIONS));
    }

    /** A patch of one operation, for callers in the same process. */
    public static ImagePatch of(Verb verb, String attribute, JsonValue value) {
        return new ImagePatch(List.of(new Operation(verb, List.of(attribute), value, false)));
    }
}
