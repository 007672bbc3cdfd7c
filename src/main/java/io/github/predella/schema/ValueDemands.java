package io.github.predella.schema;

import io.github.predella.core.BoundedPattern;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Demands on a value itself. Each passes over values of types that it is not about, as JSON schema has it. */
final class ValueDemands {

    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ValueDemands() {}

    static Demand type(Set<JsonKind> kinds) {
        String names = kinds.stream().map(kind -> "'" + kind.schemaName() + "'").collect(Collectors.joining(", "));
        return demand(value -> kinds.stream().noneMatch(kind -> kind.includes(value)), " is not of type " + names);
    }

    static Demand oneOf(JsonArray values) {
        Set<JsonValue> allowed = new HashSet<>(values);
        String names = values.stream().map(Findings::shown).collect(Collectors.joining(", "));
        return demand(value -> !allowed.contains(value), " is not one of [" + names + "]");
    }

    static Demand maxLength(int most) {
        return text(text -> text.codePointCount(0, text.length()) > most, " is too long, at most " + most);
    }

    static Demand minLength(int least) {
        return text(text -> text.codePointCount(0, text.length()) < least, " is too short, at least " + least);
    }

    static Demand pattern(BoundedPattern pattern) {
        return text(text -> !found(pattern, text), " does not match " + Findings.shown(pattern.toString()));
    }

    private static boolean found(BoundedPattern pattern, String text) {
        try {
            return pattern.isFoundIn(text);
        } catch (BoundedPattern.TooCostly e) {
            return false;
        }
    }

    static Demand minimum(BigDecimal least) {
        return number(number -> number.compareTo(least) < 0, " is less than the minimum of " + least);
    }

    static Demand maximum(BigDecimal most) {
        return number(number -> number.compareTo(most) > 0, " is greater than the maximum of " + most);
    }

    static Demand minItems(int least) {
        return array(array -> array.size() < least, " is too short, at least " + least);
    }

    static Demand maxItems(int most) {
        return array(array -> array.size() > most, " is too long, at most " + most);
    }

    static Demand uniqueItems() {
        // Compared as texts, since those keep a set fast whatever values a caller chooses.
        return array(
                array -> array.stream().map(JsonValue::toString).distinct().count() < array.size(),
                " has items that are not unique");
    }

    /** Formats that are not known are no demand. */
    static Demand format(String format) {
        String sentence = " is not a '" + format + "'";
        return switch (format) {
            case "uuid" -> text(text -> !UUID.matcher(text).matches(), sentence);
            case "uri" -> text(text -> !isUri(text), sentence);
            case "date-time" -> text(text -> !isDateTime(text), sentence);
            default -> (value, place, findings) -> {};
        };
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Demand text(Predicate<String> wrong, String sentence) {
        return demand(value -> value instanceof JsonString text && wrong.test(text.getString()), sentence);
    }

    private static Demand number(Predicate<BigDecimal> wrong, String sentence) {
        return demand(value -> value instanceof JsonNumber number && wrong.test(number.bigDecimalValue()), sentence);
    }

    private static Demand array(Predicate<JsonArray> wrong, String sentence) {
        return demand(value -> value instanceof JsonArray array && wrong.test(array), sentence);
    }

    private static Demand demand(Predicate<JsonValue> wrong, String sentence) {
        return (value, place, findings) -> {
            if (wrong.test(value)) {
                findings.add(place, Findings.shown(value) + sentence);
            }
        };
    }
}
