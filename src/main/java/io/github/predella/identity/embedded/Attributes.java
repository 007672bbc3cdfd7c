package io.github.predella.identity.embedded;

import io.github.predella.core.StorableText;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** The attributes of a user, project, role or credential as a request gives them, checked while they are read. */
final class Attributes {

    private static final int LARGEST_EXTRA = 4_000;

    private final JsonObject given;

    Attributes(JsonObject given) {
        this.given = given;
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** A text that must be there, of 1 to {@code longest} characters, not all of them blank. */
    String name(String name, int longest) {
        if (!has(name)) {
            throw io.github.predella.core.Fault.invalid("'" + name + "' is a required property");
        }
        return optionalName(name, longest)
                .orElseThrow(() -> IdentityFaults.invalidField(name, "None is not of type 'string'"));
    }

    /** Such a text, or nothing when it is missing or null. */
    Optional<String> optionalName(String name, int longest) {
        var text = text(name, longest);
        text.filter(String::isBlank).ifPresent(blank -> {
            throw IdentityFaults.invalidField(name, "'" + blank + "' is too short");
        });
        return text;
    }

    /** A text of at most {@code longest} characters, or nothing when it is missing or null. */
    Optional<String> text(String name, int longest) {
        var value = given.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text)) {
            throw IdentityFaults.invalidField(name, value + " is not of type 'string'");
        }
        if (text.getString().length() > longest) {
            throw IdentityFaults.invalidField(name, "the value is too long, the limit is " + longest + " characters");
        }
        return Optional.of(storable(name, text.getString()));
    }

    private static String storable(String name, String text) {
        if (!StorableText.is(text)) {
            throw IdentityFaults.invalidField(name, "characters beyond U+FFFF and U+0000 are not supported");
        }
        return text;
    }

    /** A flag, or nothing when it is missing or null. */
    Optional<Boolean> flag(String name) {
        var value = given.getOrDefault(name, JsonValue.NULL);
        return switch (value.getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            case NULL -> Optional.empty();
            case STRING, NUMBER, ARRAY, OBJECT ->
                throw IdentityFaults.invalidField(name, value + " is not of type 'boolean'");
        };
    }

    /** A whole number that must be there. */
    long wholeNumber(String name) {
        if (!has(name)) {
            throw io.github.predella.core.Fault.invalid("'" + name + "' is a required property");
        }
        if (given.get(name) instanceof JsonNumber number && number.isIntegral()) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException tooLong) {
                throw IdentityFaults.invalidField(name, number + " is out of range");
            }
        }
        throw IdentityFaults.invalidField(name, given.get(name) + " is not of type 'integer'");
    }

    JsonObject json() {
        return given;
    }

    /** Refuses values that ask for something there is not; null, false and empty ones ask for nothing. */
    void refuse(String... names) {
        for (var name : names) {
            if (!asksForNothing(given.getOrDefault(name, JsonValue.NULL))) {
                throw IdentityFaults.invalidField(name, "this identity service does not support it");
            }
        }
    }

    /** Refuses to name another domain than the one there is. */
    void requireDomain() {
        var domain = text("domain_id", 64);
        if (domain.isPresent() && !Domain.hasId(domain.get())) {
            throw IdentityFaults.unknown("domain", domain.get());
        }
    }

    /** The attributes beyond the known ones, laid over those there were before. */
    JsonObject extra(JsonObject before, Set<String> known) {
        var extra = Json.createObjectBuilder(before);
        given.forEach((name, value) -> {
            if (!known.contains(name)) {
                extra.add(name, value);
            }
        });
        var all = extra.build();
        storable("extra", all.toString());
        if (all.toString().length() > LARGEST_EXTRA) {
            throw io.github.predella.core.Fault.invalid(
                    "The additional attributes are longer than " + LARGEST_EXTRA + " characters of JSON.");
        }
        return all;
    }

    private static boolean asksForNothing(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL, FALSE -> true;
            case TRUE, NUMBER -> false;
            case STRING -> ((JsonString) value).getString().isEmpty();
            case ARRAY -> value.asJsonArray().isEmpty();
            case OBJECT -> value.asJsonObject().values().stream().allMatch(Attributes::asksForNothing);
        };
    }
}
