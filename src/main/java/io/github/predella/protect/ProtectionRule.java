package io.github.predella.protect;

import io.github.predella.core.BoundedPattern;
import io.github.predella.core.Caller;
import io.github.predella.protect.PropertyProtections.Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One section of the file.
 *
 * @param names the properties that it is about: those in whose name the expression is found
 * @param grants one for each operation
 */
record ProtectionRule(BoundedPattern names, Map<Operation, Grant> grants) {

    ProtectionRule {
        grants = new EnumMap<>(grants);
        for (Operation operation : Operation.values()) {
            Objects.requireNonNull(grants.get(operation));
        }
    }

    boolean isAbout(String property) {
        return names.isFoundIn(property);
    }

    boolean grants(Caller caller, Operation operation) {
        boolean granted = grants.get(operation).includes(caller);
        return switch (operation) {
            case CREATE, READ -> granted;
            case UPDATE, DELETE -> granted && grants.get(Operation.READ).includes(caller);
        };
    }
}
