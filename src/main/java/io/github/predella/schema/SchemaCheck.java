package io.github.predella.schema;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Holds values against a schema. What costs time, such as reading patterns, happens once when the check is made;
 * afterwards it is immutable and safe for any thread.
 *
 * <p>Understood are type, enum, the bounds of lengths, numbers and lists, pattern, format, uniqueItems, items,
 * properties, additionalProperties, required, dependencies by name, allOf, anyOf, oneOf, not, and references to
 * definitions of the same document. A value nested deeper than 50 does not pass.
 */
public final class SchemaCheck {

    private static final int MOST_PROBLEMS = 10;

    private final Demand demand;

    private SchemaCheck(Demand demand) {
        this.demand = demand;
    }

    /**
     * A check for a schema.
     *
     * @throws SchemaProblem when the schema has keywords that are not understood or have impossible values
     */
    public static SchemaCheck of(Schema schema) {
        return new SchemaCheck(SchemaCompiler.compile(schema.toJson()));
    }

    /** What is wrong with a value, in sentences for callers; at most ten, empty when the value fits. */
    public List<String> problems(JsonValue value) {
        return problems(value, MOST_PROBLEMS);
    }

    /** The first thing that is wrong with a value, in a sentence for callers; empty when the value fits. */
    public Optional<String> problem(JsonValue value) {
        return problems(value, 1).stream().findFirst();
    }

    private List<String> problems(JsonValue value, int most) {
        var findings = new Findings(most);
        demand.check(value, Place.TOP, findings);
        return findings.sentences();
    }
}
