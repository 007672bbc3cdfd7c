package io.github.predella.schema;

import jakarta.json.JsonValue;

/** One thing that a schema demands of a value. Immutable and safe for any thread. */
@FunctionalInterface
interface Demand {

    /** Adds a sentence to the findings for each way in which the value falls short. */
    void check(JsonValue value, Place place, Findings findings);
}
