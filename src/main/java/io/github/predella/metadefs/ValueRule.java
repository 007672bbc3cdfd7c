package io.github.predella.metadefs;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the schema of a property says about values, for pages that help people to enter them. The API never holds a
 * value against it (src/adr/0029). What a schema says in a way that cannot be understood counts as not said.
 *
 * @param kind what values are
 * @param choices the values there are; empty when there are others
 * @param operators words that may stand before values, such as {@code <or>}
 * @param least of numbers, or null
 * @param most of numbers, or null
 * @param shortest characters of a text or values of a list, at least 0
 * @param longest likewise; null for any number
 * @param pattern that texts match somewhere, or null
 * @param standard the value that is offered first, empty for none
 * @param readOnly whether people only look at the property
 */
public record ValueRule(
        Kind kind,
        List<String> choices,
        List<String> operators,
        BigDecimal least,
        BigDecimal most,
        int shortest,
        Integer longest,
        String pattern,
        String standard,
        boolean readOnly) {

    /** What values are. */
    public enum Kind {
        TEXT,
        /** One of the choices. */
        CHOICE,
        FLAG,
        /** A whole number. */
        WHOLE,
        NUMBER,
        /** Several values, with commas or operators between them. */
        LIST
    }

    /** What services read as true or false. */
    private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    public ValueRule {
        choices = List.copyOf(choices);
        operators = List.copyOf(operators);
    }

    /** What a schema says. */
    public static ValueRule of(JsonObject schema) {
        String type = text(schema, "type");
        boolean list = "array".equals(type);
        var choices = texts(list ? schema.get("items") : schema);
        var kind = kind(type == null ? "" : type, choices);
        var least = number(schema, "minimum");
        return new ValueRule(
                kind,
                kind == Kind.FLAG && choices.isEmpty() ? List.of("true", "false") : choices,
                strings(schema.get("operators")),
                least,
                number(schema, "maximum"),
                Math.max(0, length(schema, list ? "minItems" : "minLength", 0)),
                length(schema, list ? "maxItems" : "maxLength", null),
                list ? null : text(schema, "pattern"),
                standard(kind, choices, least, text(schema, "default")),
                JsonValue.TRUE.equals(schema.get("readonly")));
    }

    private static Kind kind(String type, List<String> choices) {
        return switch (type) {
            case "boolean" -> Kind.FLAG;
            case "integer" -> choices.isEmpty() ? Kind.WHOLE : Kind.CHOICE;
            case "number" -> choices.isEmpty() ? Kind.NUMBER : Kind.CHOICE;
            case "array" -> Kind.LIST;
            default -> choices.isEmpty() ? Kind.TEXT : areFlags(choices) ? Kind.FLAG : Kind.CHOICE;
        };
    }

    /** Services take any word for true and false where a definition names a pair of them. */
    private static boolean areFlags(List<String> choices) {
        return choices.size() == 2 && choices.stream().allMatch(choice -> FLAGS.contains(folded(choice)));
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String standard(Kind kind, List<String> choices, BigDecimal least, String named) {
        return switch (kind) {
            case FLAG ->
                choices.stream()
                        .filter(choice -> named == null || choice.equalsIgnoreCase(named))
                        .findFirst()
                        .orElse(named == null ? "true" : folded(named));
            case CHOICE -> named == null ? choices.get(0) : named;
            case WHOLE, NUMBER -> named != null ? named : least == null ? "" : least.toPlainString();
            case TEXT, LIST -> named == null ? "" : named;
        };
    }

    private static String text(JsonObject schema, String keyword) {
        return schema.get(keyword) instanceof JsonString text ? text.getString() : null;
    }

    private static List<String> texts(JsonValue schema) {
        return schema instanceof JsonObject object ? strings(object.get("enum")) : List.of();
    }

    private static List<String> strings(JsonValue list) {
        return list instanceof JsonArray array
                ? array.stream()
                        .filter(JsonString.class::isInstance)
                        .map(one -> ((JsonString) one).getString())
                        .distinct()
                        .toList()
                : List.of();
    }

    private static BigDecimal number(JsonObject schema, String keyword) {
        // A short text can name a number whose digits would fill the memory.
        return schema.get(keyword) instanceof JsonNumber number
                        && NUMBER.matcher(number.toString()).matches()
                ? number.bigDecimalValue()
                : null;
    }

    private static Integer length(JsonObject schema, String keyword, Integer otherwise) {
        var length = number(schema, keyword);
        return length == null ? otherwise : Integer.valueOf((int) Math.min(length.longValue(), Integer.MAX_VALUE));
    }

    /** Whether a value is one that the schema describes. */
    public boolean takes(String value) {
        return switch (kind) {
            case TEXT ->
                isBetween(value.codePointCount(0, value.length()))
                        && (pattern == null || TextPattern.fits(pattern, value));
            case CHOICE -> words(value).allMatch(choices::contains);
            case FLAG -> FLAGS.contains(folded(value));
            case WHOLE -> WHOLE.matcher(value).matches() && isWithin(new BigDecimal(value));
            case NUMBER -> NUMBER.matcher(value).matches() && isWithin(new BigDecimal(value));
            case LIST -> {
                var words = words(value).flatMap(ValueRule::parts).toList();
                yield isBetween(words.size()) && (choices.isEmpty() || new HashSet<>(choices).containsAll(words));
            }
        };
    }

    private boolean isBetween(int length) {
        return length >= shortest && (longest == null || length <= longest);
    }

    private boolean isWithin(BigDecimal number) {
        return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
    }

    /** What stands behind the operators; the whole value when it has none. */
    private Stream<String> words(String value) {
        String rest = value;
        for (String operator : operators) {
            if (!operator.isBlank()) {
                rest = rest.replace(operator, "\n");
            }
        }
        return rest.equals(value) ? Stream.of(value) : parts(rest.replace('\n', ','));
    }

    private static Stream<String> parts(String list) {
        return Stream.of(list.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }

    /** Whether any text is a value. */
    public boolean isOpen() {
        return kind == Kind.TEXT && shortest == 0 && longest == null && pattern == null;
    }

    /** Whether there are only so many values, one of which is chosen. */
    public boolean isClosed() {
        return kind == Kind.CHOICE || kind == Kind.FLAG;
    }
}
