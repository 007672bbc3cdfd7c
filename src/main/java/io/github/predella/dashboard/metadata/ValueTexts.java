package io.github.predella.dashboard.metadata;

import io.github.predella.core.Jsons;
import io.github.predella.images.ImagePatch;
import io.github.predella.images.ImagePatch.Operation;
import io.github.predella.images.ImagePatch.Verb;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of an image as texts in forms: how they look there, how they travel, and what patch leads from some to others. */
final class ValueTexts {

    /** What every image has, if only empty; all else is a custom property. */
    private static final Set<String> ATTRIBUTES =
            Set.of("name", "min_disk", "min_ram", "protected", "os_hidden", "tags");

    private ValueTexts() {}

    /** A text as browsers send it back: with one character at the end of a line. */
    static String normal(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Values as one text. */
    static String json(Map<String, String> values) {
        var object = Jsons.object();
        values.forEach(object::add);
        return object.build().toString();
    }

    /** The values in a text; none for a text that is not one of ours. */
    static Map<String, String> read(String json) {
        var values = new LinkedHashMap<String, String>();
        try (var reader = Jsons.reader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> {
                if (value instanceof JsonString text) {
                    values.put(name, text.getString());
                }
            });
        } catch (JsonException foreign) {
            return Map.of();
        }
        return values;
    }

    /** The patch that leads from some values to others and changes nothing else. */
    static ImagePatch patch(Map<String, String> from, Map<String, String> to) {
        var operations = new ArrayList<Operation>();
        for (String name : ThreeWay.different(from, to)) {
            if (!to.containsKey(name)) {
                operations.add(new Operation(Verb.REMOVE, List.of(name), null, false));
            } else {
                var verb = ATTRIBUTES.contains(name) || from.containsKey(name) ? Verb.REPLACE : Verb.ADD;
                operations.add(new Operation(verb, List.of(name), value(name, to.get(name)), false));
            }
        }
        return new ImagePatch(operations);
    }

    private static JsonValue value(String name, String text) {
        return switch (name) {
            case "name" -> text.isEmpty() ? JsonValue.NULL : Jsons.text(text);
            case "min_disk", "min_ram" ->
                Jsons.array().add(Long.parseLong(text)).build().get(0);
            case "protected", "os_hidden" -> text.equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
            case "tags" -> {
                var tags = Jsons.array();
                lines(text).forEach(tags::add);
                yield tags.build();
            }
            default -> Jsons.text(text);
        };
    }

    /** The lines of a text that are not blank, each once. */
    static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** A patch as callers of the API send it, an operation on each line. */
    static String text(ImagePatch patch) {
        return patch.operations().stream().map(ValueTexts::text).collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
    }

    private static String text(Operation operation) {
        var object = Jsons.object()
                .add("op", operation.verb().name().toLowerCase(Locale.ROOT))
                .add("path", "/" + operation.root().replace("~", "~0").replace("/", "~1"));
        if (operation.value() != null) {
            object.add("value", operation.value());
        }
        return object.build().toString();
    }
}
