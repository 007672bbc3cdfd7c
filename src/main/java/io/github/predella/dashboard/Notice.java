package io.github.predella.dashboard;

import io.github.predella.core.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What became of a change, told on the next page.
 *
 * @param kind how it went
 * @param key of the text
 * @param arguments for the places of the text
 */
public record Notice(Kind kind, String key, List<String> arguments) {

    /** How it went. */
    public enum Kind {
        DONE,
        FAILED
    }

    /** What a cookie holds. */
    private static final int MOST_CHARACTERS = 3000;

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** The notice as the text of a cookie. */
    String text() {
        var fields = Jsons.array().add(kind.name()).add(key);
        arguments.forEach(fields::add);
        String text = encoded(fields.build().toString());
        return text.length() <= MOST_CHARACTERS ? text : new Notice(kind, key, List.of("…", "…", "…")).text();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The notice in the text of a cookie; nothing when it is none. */
    static Optional<Notice> of(String text) {
        try (var reader = Jsons.reader(
                new StringReader(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)))) {
            JsonArray fields = reader.readArray();
            var words = fields.getValuesAs(JsonString::getString);
            return Optional.of(new Notice(Kind.valueOf(words.get(0)), words.get(1), words.subList(2, words.size())));
        } catch (IllegalArgumentException | JsonException | IndexOutOfBoundsException | ClassCastException foreign) {
            return Optional.empty();
        }
    }
}
