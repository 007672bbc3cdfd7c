package io.github.predella.images;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Set;

/** The attributes of an image by their wire names: which exist, which nobody may set, and how a value gets into one. */
public final class ImageAttributes {

    /** What users may set; every other name is a custom property. */
    private static final Set<String> SETTABLE = Set.of(
            "name",
            "visibility",
            "protected",
            "os_hidden",
            "owner",
            "disk_format",
            "container_format",
            "min_disk",
            "min_ram",
            "tags");

    /** What the service sets. */
    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "status",
            "checksum",
            "os_hash_algo",
            "os_hash_value",
            "size",
            "virtual_size",
            "created_at",
            "updated_at",
            "direct_url",
            "self",
            "file",
            "schema",
            "stores");

    private static final Set<String> RESERVED = Set.of("location", "deleted", "deleted_at");
    private static final String RESERVED_PREFIX = "os_glance";

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private ImageAttributes() {}

    static boolean isSettable(String name) {
        return SETTABLE.contains(name);
    }

    static boolean isReadOnly(String name) {
        return READ_ONLY.contains(name);
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(name) || name.startsWith(RESERVED_PREFIX);
    }

    /** Whether that is the name of a custom property, and one that users may have. */
    public static boolean isCustom(String name) {
        return !isSettable(name) && !isReadOnly(name) && !isReserved(name);
    }

    /** Whether the service keeps its own notes under that property name; they do not count against the quota. */
    static boolean isInternal(String property) {
        return property.startsWith(RESERVED_PREFIX);
    }

    /**
     * Puts a value into an attribute, or into the custom property of that name. The value has been checked against the
     * schema before; throws a {@link io.github.predella.core.Fault} INVALID for a number that is out of range.
     */
    static void set(ImageDetails.Editor details, String name, JsonValue value) {
        switch (name) {
            case "name" -> details.name(text(value));
            case "visibility" -> details.visibility(Image.Visibility.of(text(value)));
            case "protected" -> details.isProtected(value == JsonValue.TRUE);
            case "os_hidden" -> details.hidden(value == JsonValue.TRUE);
            case "owner" -> details.owner(emptyToNull(text(value)));
            case "disk_format" -> details.diskFormat(text(value));
            case "container_format" -> details.containerFormat(text(value));
            case "min_disk" -> details.minDisk(amount(name, value));
            case "min_ram" -> details.minRam(amount(name, value));
            case "tags" -> {
                details.tags().clear();
                ((JsonArray) value).forEach(tag -> details.tag(text(tag)));
            }
            default -> details.property(name, value == JsonValue.NULL ? "" : text(value));
        }
    }

    /** The text of a string, null for null; numbers and flags of schema-described properties as they are written. */
    private static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case STRING -> ((JsonString) value).getString();
            default -> value.toString();
        };
    }

    /** A number that fits its column; the published document does not say how large that is. */
    private static int amount(String name, JsonValue value) {
        var number = ((JsonNumber) value).bigDecimalValue();
        if (number.signum() < 0 || number.compareTo(LARGEST) > 0) {
            throw ImageFaults.outOfRange(name);
        }
        return number.intValueExact();
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
