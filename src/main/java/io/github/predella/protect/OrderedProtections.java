package io.github.predella.protect;

import io.github.predella.core.BoundedPattern;
import io.github.predella.core.Caller;
import java.util.List;
import java.util.Optional;

/** The sections of a file in their order: the first one that is about a property decides alone. */
final class OrderedProtections implements PropertyProtections {

    /** No property has a longer name; what is longer is not tried on the operator's expressions. */
    private static final int LONGEST_NAME = 255;

    /** The service keeps its own notes under these names, and the file must not get in their way. */
    private static final String INTERNAL = "os_glance";

    private final List<ProtectionRule> rules;

    OrderedProtections(List<ProtectionRule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public boolean allows(Caller caller, Operation operation, String property) {
        if (property.startsWith(INTERNAL)) {
            return true;
        }
        return property.length() <= LONGEST_NAME
                && first(property).map(rule -> rule.grants(caller, operation)).orElse(false);
    }

    /** Empty when no section is about it, or when that cannot be found out within bounds: both forbid everything. */
    private Optional<ProtectionRule> first(String property) {
        try {
            return rules.stream().filter(rule -> rule.isAbout(property)).findFirst();
        } catch (BoundedPattern.TooCostly e) {
            return Optional.empty();
        }
    }

    /** Whether a section of the file is only about the service's own names, and so has no say. */
    static boolean isInternal(String section) {
        return section.startsWith(INTERNAL) || section.startsWith("^" + INTERNAL);
    }
}
