package io.github.predella.policy;

import java.util.Map;
import java.util.Set;

/** The thing that somebody wants to act on, as rules see it: texts by attribute name. */
@FunctionalInterface
public interface PolicyTarget {

    /** How rules see an attribute that is there without a value. */
    String NONE = "None";

    /**
     * The text of an attribute.
     *
     * @return {@link #NONE} when it is there without a value, {@code True} or {@code False} for truth values, and null
     *     when the thing has no such attribute, which makes every check that asks for it fail
     */
    String value(String attribute);

    /** The names of all attributes, for services that are asked about the thing; never null. */
    default Set<String> names() {
        return Set.of();
    }

    /** A target without attributes. */
    static PolicyTarget none() {
        return attribute -> null;
    }

    /** A target with the given attributes; the map is not copied and must not change while it is in use. */
    static PolicyTarget of(Map<String, String> attributes) {
        return new PolicyTarget() {
            @Override
            public String value(String attribute) {
                return attributes.get(attribute);
            }

            @Override
            public Set<String> names() {
                return attributes.keySet();
            }
        };
    }
}
