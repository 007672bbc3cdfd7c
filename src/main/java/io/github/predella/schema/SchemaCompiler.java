package io.github.predella.schema;

import io.github.predella.core.BoundedPattern;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Turns the keywords of a schema into demands. Keywords that only describe are passed over. */
final class SchemaCompiler {

    private static final int DEEPEST = 50;
    private static final String DEFINITIONS = "#/definitions/";

    /** Keywords that would demand something and are not understood: passing over them would let wrong values in. */
    private static final Set<String> NOT_UNDERSTOOD = Set.of(
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "contains",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "additionalItems",
            "const",
            "if",
            "then",
            "else");

    private final Map<String, Demand> definitions = new HashMap<>();
    private final List<String> references = new ArrayList<>();
    private int depth;

    /** @throws SchemaProblem when a keyword has a value that it cannot have, or is not understood */
    static Demand compile(JsonObject schema) {
        var compiler = new SchemaCompiler();
        if (schema.get("definitions") instanceof JsonObject named) {
            named.forEach((name, definition) -> compiler.definitions.put(name, compiler.demand(definition)));
        }
        Demand demand = compiler.demand(schema);
        for (String reference : compiler.references) {
            if (!compiler.definitions.containsKey(reference)) {
                throw new SchemaProblem("there is no definition '" + reference + "'");
            }
        }
        return demand;
    }

    private Demand demand(JsonValue value) {
        if (!(value instanceof JsonObject schema)) {
            throw new SchemaProblem("a schema must be an object");
        }
        if (++depth > DEEPEST) {
            throw new SchemaProblem("schemas are nested deeper than " + DEEPEST);
        }
        var demands = new ArrayList<Demand>();
        schema.forEach((keyword, argument) -> {
            try {
                demandsOf(keyword, argument, schema).forEach(demands::add);
            } catch (ClassCastException | PatternSyntaxException e) {
                throw new SchemaProblem("'" + keyword + "' cannot be " + Findings.shown(argument), e);
            }
        });
        depth--;
        return bounded(List.copyOf(demands));
    }

    private static Demand bounded(List<Demand> demands) {
        return (value, place, findings) -> {
            if (place.depth() > DEEPEST) {
                findings.add(place, "The value is nested too deep");
                return;
            }
            for (Demand demand : demands) {
                if (findings.areComplete()) {
                    return;
                }
                demand.check(value, place, findings);
            }
        };
    }

    private Stream<Demand> demandsOf(String keyword, JsonValue argument, JsonObject schema) {
        if (NOT_UNDERSTOOD.contains(keyword)) {
            throw new SchemaProblem("'" + keyword + "' is not understood");
        }
        return switch (keyword) {
            case "properties" -> Stream.of(InsideDemands.properties(byName((JsonObject) argument)));
            case "additionalProperties" -> additional(argument, schema);
            case "dependencies" -> dependencies((JsonObject) argument);
            case "items" -> Stream.of(InsideDemands.items(demand(argument)));
            case "allOf" -> Stream.of(InsideDemands.all(each((JsonArray) argument)));
            case "anyOf" -> Stream.of(count(argument, Integer.MAX_VALUE, " is not valid under any of the schemas"));
            case "oneOf" -> Stream.of(count(argument, 1, " is not valid under exactly one of the schemas"));
            case "not" -> Stream.of(InsideDemands.count(List.of(demand(argument)), 0, 0, " is what it must not be"));
            case "$ref" -> Stream.of(reference(text(argument)));
            default -> valueDemand(keyword, argument);
        };
    }

    private static Stream<Demand> valueDemand(String keyword, JsonValue argument) {
        return switch (keyword) {
            case "type" -> Stream.of(ValueDemands.type(kinds(argument)));
            case "enum" -> Stream.of(ValueDemands.oneOf((JsonArray) argument));
            case "required" -> Stream.of(InsideDemands.required(texts(argument)));
            case "maxLength" -> Stream.of(ValueDemands.maxLength(count(argument)));
            case "minLength" -> Stream.of(ValueDemands.minLength(count(argument)));
            case "pattern" -> Stream.of(ValueDemands.pattern(BoundedPattern.compile(text(argument))));
            case "format" -> Stream.of(ValueDemands.format(text(argument)));
            case "minimum" -> Stream.of(ValueDemands.minimum(number(argument)));
            case "maximum" -> Stream.of(ValueDemands.maximum(number(argument)));
            case "minItems" -> Stream.of(ValueDemands.minItems(count(argument)));
            case "maxItems" -> Stream.of(ValueDemands.maxItems(count(argument)));
            case "uniqueItems" ->
                argument.equals(JsonValue.TRUE) ? Stream.of(ValueDemands.uniqueItems()) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private Map<String, Demand> byName(JsonObject schemas) {
        var demands = new LinkedHashMap<String, Demand>();
        schemas.forEach((name, schema) -> demands.put(name, demand(schema)));
        return demands;
    }

    private List<Demand> each(JsonArray schemas) {
        return schemas.stream().map(this::demand).toList();
    }

    private Demand count(JsonValue schemas, int most, String sentence) {
        return InsideDemands.count(each((JsonArray) schemas), 1, most, sentence);
    }

    private Stream<Demand> additional(JsonValue argument, JsonObject schema) {
        Set<String> names =
                schema.get("properties") instanceof JsonObject listed ? Set.copyOf(listed.keySet()) : Set.of();
        return switch (argument.getValueType()) {
            case TRUE -> Stream.empty();
            case FALSE -> Stream.of(InsideDemands.nothingBeside(names));
            default -> Stream.of(InsideDemands.everythingBeside(names, demand(argument)));
        };
    }

    private static Stream<Demand> dependencies(JsonObject argument) {
        return argument.entrySet().stream()
                .map(entry -> InsideDemands.dependency(entry.getKey(), texts(entry.getValue())));
    }

    private Demand reference(String target) {
        if (!target.startsWith(DEFINITIONS)) {
            throw new SchemaProblem("'$ref' can only lead to a definition of the same document");
        }
        String name = target.substring(DEFINITIONS.length());
        references.add(name);
        return (value, place, findings) -> definitions.get(name).check(value, place.same(), findings);
    }

    private static Set<JsonKind> kinds(JsonValue argument) {
        List<String> names = argument instanceof JsonArray ? texts(argument) : List.of(text(argument));
        var kinds = EnumSet.noneOf(JsonKind.class);
        names.forEach(name -> kinds.add(JsonKind.named(name)));
        return kinds;
    }

    private static List<String> texts(JsonValue argument) {
        return ((JsonArray) argument).stream().map(SchemaCompiler::text).toList();
    }

    private static String text(JsonValue argument) {
        return ((JsonString) argument).getString();
    }

    private static BigDecimal number(JsonValue argument) {
        return ((JsonNumber) argument).bigDecimalValue();
    }

    private static int count(JsonValue argument) {
        return number(argument).min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }
}
