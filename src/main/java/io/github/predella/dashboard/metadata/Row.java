package io.github.predella.dashboard.metadata;

import java.util.ArrayList;
import java.util.List;

/**
 * A custom property in the editor.
 *
 * @param name of the property
 * @param value what it is to be
 * @param before what it was when it was first shown, null for a new one
 * @param gone whether it is to be removed
 * @param kept whether it cannot be removed
 * @param lock why its value stays, in the language of the person; empty when it can be changed
 * @param known what definitions say about it, null when they say nothing
 */
public record Row(String name, String value, String before, boolean gone, boolean kept, String lock, Known known) {

    /** Whether it is new or has another value. */
    public boolean isChanged() {
        return gone || !value.equals(before);
    }

    /** Whether its value is none that definitions describe. */
    public boolean isWrong() {
        return known != null && !gone && !known.takes(value);
    }

    /** Whether nobody can change it here. */
    public boolean isLocked() {
        return !lock.isEmpty();
    }

    /** Whether its value needs more than a line. */
    public boolean isLong() {
        return value.indexOf('\n') >= 0 || value.length() > 80;
    }

    /** Whether there are only so many values to choose from. */
    public boolean isClosed() {
        return known != null && known.isClosed();
    }

    /** Whether its value is a number. */
    public boolean isNumeric() {
        return known != null && known.isNumeric();
    }

    /** The values to choose from, the present one among them in any case. */
    public List<String> getOptions() {
        var options = new ArrayList<>(known.getChoices());
        if (!options.contains(value)) {
            options.add(0, value);
        }
        return options;
    }
}
