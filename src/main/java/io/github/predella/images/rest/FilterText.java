package io.github.predella.images.rest;

import io.github.predella.core.Fault;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Comparison;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One parameter of the list as a condition: {@code name=in:a,b}, {@code size_min=5}, {@code os_distro=debian}. */
final class FilterText {

    /** The texts that know operators; a colon in any other value is just a colon. */
    private static final Set<Field> WITH_OPERATORS =
            Set.of(Field.NAME, Field.ID, Field.STATUS, Field.CONTAINER_FORMAT, Field.DISK_FORMAT);

    /** Attributes that are no plain values and cannot be compared with a text. */
    private static final Set<String> NOT_COMPARABLE =
            Set.of("properties", "tags", "locations", "members", "changes-since");

    /** No image can have custom properties of these names, so they are free for conditions of our own (ADR 0015). */
    private static final String STORES = "stores";

    private static final String SEARCH = "os_glance_search";

    private static final String CONTAINS = "contains:";

    private FilterText() {}

    static Filter parse(String name, String value) {
        if (NOT_COMPARABLE.contains(name)) {
            throw Fault.invalid("Images cannot be filtered by " + name + ".");
        }
        if (name.endsWith("_min") || name.endsWith("_max")) {
            return bound(name, value);
        }
        if (name.equals(SEARCH)) {
            return new ImageQuery.Search(filled(name, value.strip()));
        }
        if (name.equals(STORES)) {
            return new ImageQuery.InStore(value.startsWith("in:") ? quotedList(value.substring(3)) : List.of(value));
        }
        var field = field(name);
        if (field.isEmpty()) {
            return new ImageQuery.HasProperty(name, value);
        }
        return switch (field.get().type()) {
            case TEXT -> text(field.get(), value);
            case NUMBER -> new ImageQuery.NumberIs(field.get(), Comparison.EQUAL, number(name, value));
            case TIME -> time(field.get(), value);
            case FLAG -> flag(field.get(), value);
        };
    }

    /** The attribute of a wire name. */
    static Optional<Field> field(String name) {
        for (Field field : Field.values()) {
            if (field.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static Filter bound(String name, String value) {
        var field = field(name.substring(0, name.length() - 4))
                .filter(found -> found.type() == Field.Type.NUMBER || found.type() == Field.Type.TIME)
                .orElseThrow(() -> Fault.invalid("There is no number to compare with " + name + "."));
        var comparison = name.endsWith("_min") ? Comparison.AT_LEAST : Comparison.AT_MOST;
        return field.type() == Field.Type.TIME
                ? new ImageQuery.TimeIs(field, comparison, date(value))
                : new ImageQuery.NumberIs(field, comparison, number(name, value));
    }

    private static String filled(String name, String value) {
        if (value.isEmpty()) {
            throw Fault.invalid("There is nothing to look for in " + name + ".");
        }
        return value;
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException notANumber) {
            throw Fault.invalid("The value of " + name + " must be an integer.");
        }
    }

    private static Filter flag(Field field, String value) {
        return switch (value) {
            case "true" -> new ImageQuery.FlagIs(field, true);
            case "false" -> new ImageQuery.FlagIs(field, false);
            default ->
                throw Fault.invalid("Invalid value '" + value + "' for 'protected' filter. Valid values are"
                        + " 'true' or 'false'.");
        };
    }

    private static Filter text(Field field, String value) {
        int colon = value.indexOf(':');
        if (!WITH_OPERATORS.contains(field) || colon < 0 || IsoText.parse(value).isPresent()) {
            return new ImageQuery.TextIs(field, value);
        }
        String operand = value.substring(colon + 1);
        if (field == Field.NAME && value.startsWith(CONTAINS)) {
            return new ImageQuery.NameContains(filled("name", operand));
        }
        return switch (value.substring(0, colon)) {
            case "eq" -> new ImageQuery.TextIs(field, operand);
            case "in" -> new ImageQuery.TextIn(field, quotedList(operand));
            default -> throw unknownOperator(value.substring(0, colon));
        };
    }

    private static Filter time(Field field, String value) {
        var plain = IsoText.parse(value);
        if (plain.isPresent()) {
            return new ImageQuery.TimeIs(field, Comparison.EQUAL, plain.get());
        }
        int colon = value.indexOf(':');
        var comparison = colon < 0 ? Comparison.EQUAL : comparison(value.substring(0, colon));
        return new ImageQuery.TimeIs(field, comparison, date(value.substring(colon + 1)));
    }

    private static Instant date(String text) {
        return IsoText.parse(text).orElseThrow(() -> Fault.invalid("Invalid date: " + text));
    }

    private static Comparison comparison(String operator) {
        return switch (operator) {
            case "eq" -> Comparison.EQUAL;
            case "neq" -> Comparison.NOT_EQUAL;
            case "gt" -> Comparison.GREATER;
            case "gte" -> Comparison.AT_LEAST;
            case "lt" -> Comparison.LESS;
            case "lte" -> Comparison.AT_MOST;
            default -> throw unknownOperator(operator);
        };
    }

    /** Values between commas; one that holds a comma stands in double quotes, in which {@code \"} is a quote. */
    private static List<String> quotedList(String text) {
        var values = new ArrayList<String>();
        int position = 0;
        while (true) {
            var value = new StringBuilder();
            position =
                    text.startsWith("\"", position) ? quoted(text, position + 1, value) : plain(text, position, value);
            values.add(value.toString());
            if (position == text.length()) {
                return values;
            }
            position++;
        }
    }

    /** Reads up to the next comma or the end and returns its position. */
    private static int plain(String text, int from, StringBuilder value) {
        int end = text.indexOf(',', from);
        end = end < 0 ? text.length() : end;
        value.append(text, from, end);
        if (value.indexOf("\"") >= 0) {
            throw badQuotes(text);
        }
        return end;
    }

    /** Reads up to the closing quote, which a comma or the end must follow, and returns that position. */
    private static int quoted(String text, int from, StringBuilder value) {
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("\\\"", i)) {
                value.append('"');
                i++;
            } else if (text.charAt(i) == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) != ',') {
                    throw badQuotes(text);
                }
                return i + 1;
            } else {
                value.append(text.charAt(i));
            }
        }
        throw badQuotes(text);
    }

    private static Fault badQuotes(String text) {
        return Fault.invalid("Invalid filter value " + text
                + ". The quote is not closed, or a comma is missing before or after a quotation mark.");
    }

    private static Fault unknownOperator(String operator) {
        return Fault.invalid("Unable to filter by unknown operator '" + operator + "'.");
    }
}
