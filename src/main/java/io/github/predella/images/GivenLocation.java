package io.github.predella.images;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place of data as a patch tells it.
 *
 * @param url as the caller gave it
 * @param metadata what the caller says about the place, values as text
 * @param claim what the data is said to be, null when nothing is said
 */
record GivenLocation(String url, Map<String, String> metadata, Claim claim) {

    /**
     * What data is said to be.
     *
     * @param checksum MD5 in hexadecimal digits, null when it is not told
     * @param algorithm name of the other digest
     * @param value the other digest in hexadecimal digits
     */
    record Claim(String checksum, String algorithm, String value) {}

    /** Reads one that has been held against the schema of images. */
    static GivenLocation of(JsonValue value) {
        var object = value.asJsonObject();
        var metadata = new LinkedHashMap<String, String>();
        object.getJsonObject("metadata").forEach((key, fact) -> metadata.put(key, text(fact)));
        var claim = object.get("validation_data") instanceof JsonObject validation ? claim(validation) : null;
        return new GivenLocation(object.getString("url"), metadata, claim);
    }

    private static Claim claim(JsonObject validation) {
        return new Claim(
                validation.getString("checksum", null),
                validation.getString("os_hash_algo"),
                validation.getString("os_hash_value"));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
