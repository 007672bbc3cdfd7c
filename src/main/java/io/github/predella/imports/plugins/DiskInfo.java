package io.github.predella.imports.plugins;

import io.github.predella.core.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/**
 * What {@code qemu-img} says about a disk.
 *
 * @param answer its whole answer
 */
record DiskInfo(JsonObject answer) {

    /** Reads what it has printed; empty when that is not an answer. */
    static Optional<DiskInfo> parse(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            return Optional.of(new DiskInfo(reader.readObject()));
        } catch (JsonException nonsense) {
            return Optional.empty();
        }
    }

    /** The driver that reads it. */
    String driver() {
        return answer.getString("format", "");
    }

    /** Bytes of the disk that a guest would see; -1 when it does not say. */
    long virtualSize() {
        return answer.get("virtual-size") instanceof JsonNumber size ? size.longValue() : -1;
    }

    /** What it refers to another file by; empty when the one file is all. */
    Optional<String> reference() {
        if (answer.containsKey("backing-filename") || answer.containsKey("full-backing-filename")) {
            return Optional.of("a backing file");
        }
        if (specific().containsKey("data-file")) {
            return Optional.of("a data file");
        }
        String own = answer.getString("filename", "");
        return extents().stream().allMatch(extent -> own.equals(extent.getString("filename", "")))
                ? Optional.empty()
                : Optional.of("an extent");
    }

    /** The kind of a VMDK; empty when it does not say. */
    Optional<String> createType() {
        return specific().get("create-type") instanceof JsonString type
                ? Optional.of(type.getString())
                : Optional.empty();
    }

    private List<JsonObject> extents() {
        return specific().get("extents") instanceof JsonArray extents
                ? extents.getValuesAs(JsonObject.class)
                : List.of();
    }

    private JsonObject specific() {
        return answer.get("format-specific") instanceof JsonObject specific
                        && specific.get("data") instanceof JsonObject data
                ? data
                : JsonValue.EMPTY_JSON_OBJECT;
    }
}
