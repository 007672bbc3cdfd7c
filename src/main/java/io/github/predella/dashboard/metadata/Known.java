package io.github.predella.dashboard.metadata;

import io.github.predella.metadefs.ValueRule;
import java.util.ArrayList;
import java.util.List;

/**
 * A property that definitions describe.
 *
 * @param name as images have it
 * @param title name for people; the name itself where there is none
 * @param description what it means, empty where nobody says
 * @param rules what definitions say about its values, one for each that describes it; at least one
 */
public record Known(String name, String title, String description, List<ValueRule> rules) {

    public Known {
        rules = List.copyOf(rules);
    }

    /** The same property where another definition describes it too. */
    Known or(Known other) {
        var all = new ArrayList<>(rules);
        all.addAll(other.rules);
        return new Known(name, title, description, all);
    }

    /** Whether any definition takes a value. */
    boolean takes(String value) {
        return rules.stream().anyMatch(rule -> rule.takes(value));
    }

    /** What it is set to when it is added. */
    String standard() {
        return rules.get(0).standard();
    }

    /** Whether people only look at it. */
    public boolean isReadOnly() {
        return rules.stream().allMatch(ValueRule::readOnly);
    }

    /** Whether there are only so many values to choose from. */
    public boolean isClosed() {
        return rules.stream().allMatch(ValueRule::isClosed);
    }

    /** Whether it takes any text. */
    public boolean isOpen() {
        return rules.stream().anyMatch(ValueRule::isOpen);
    }

    /** Whether its values are numbers. */
    boolean isNumeric() {
        return rules.stream()
                .map(ValueRule::kind)
                .allMatch(kind -> kind == ValueRule.Kind.WHOLE || kind == ValueRule.Kind.NUMBER);
    }

    /** The values there are, or some of them. */
    public List<String> getChoices() {
        return rules.stream()
                .flatMap(rule -> rule.choices().stream())
                .distinct()
                .toList();
    }

    /** The only rule, for marks that a browser makes while somebody types; null where several count. */
    public ValueRule getRule() {
        return rules.size() == 1 ? rules.get(0) : null;
    }
}
