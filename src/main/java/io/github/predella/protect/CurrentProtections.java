package io.github.predella.protect;

import io.github.predella.core.Caller;
import java.util.function.Supplier;

/** The protections in force now, which can be read again while they are asked. Safe for any thread. */
public final class CurrentProtections implements PropertyProtections {

    private final Supplier<PropertyProtections> reading;
    private volatile PropertyProtections current;

    /**
     * Reads them for the first time.
     *
     * @param reading reads them, or throws a {@link ProtectionProblem}
     */
    public CurrentProtections(Supplier<PropertyProtections> reading) {
        this.reading = reading;
        this.current = reading.get();
    }

    /**
     * Reads them again. Whoever is being asked about finishes with the former ones.
     *
     * @throws ProtectionProblem when they cannot be used; the former ones stay
     */
    public void readAgain() {
        current = reading.get();
    }

    @Override
    public boolean allows(Caller caller, Operation operation, String property) {
        return current.allows(caller, operation, property);
    }
}
