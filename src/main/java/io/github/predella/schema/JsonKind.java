package io.github.predella.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.Arrays;
import java.util.Locale;

/** The types that schemas know. */
enum JsonKind {
    NULL,
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT;

    static JsonKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.schemaName().equals(name))
                .findFirst()
                .orElseThrow(() -> new SchemaProblem("there is no type '" + name + "'"));
    }

    String schemaName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(JsonValue value) {
        ValueType type = value.getValueType();
        return switch (this) {
            case NULL -> type == ValueType.NULL;
            case BOOLEAN -> type == ValueType.TRUE || type == ValueType.FALSE;
            case INTEGER -> value instanceof JsonNumber number && number.isIntegral();
            case NUMBER -> type == ValueType.NUMBER;
            case STRING -> type == ValueType.STRING;
            case ARRAY -> type == ValueType.ARRAY;
            case OBJECT -> type == ValueType.OBJECT;
        };
    }
}
