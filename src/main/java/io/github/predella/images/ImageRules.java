package io.github.predella.images;

import io.github.predella.core.StorableText;
import java.nio.charset.StandardCharsets;

/** What holds for every description of an image, however it came about. Pure functions; the first breach throws. */
final class ImageRules {

    /** Characters of a property value that every supported database can hold. */
    static final int MAX_VALUE_LENGTH = 32_672;

    private static final int MAX_VALUE_BYTES = 65_535;
    private static final int MAX_NAME_LENGTH = 255;

    private ImageRules() {}

    /** The permission that a visibility asks for beyond the ordinary ones, null when it asks for none. */
    static ImagePermission permissionFor(Image.Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> ImagePermission.PUBLICIZE_IMAGE;
            case COMMUNITY -> ImagePermission.COMMUNITIZE_IMAGE;
            case SHARED, PRIVATE -> null;
        };
    }

    /** Every text in a description can be stored. */
    static void checkTexts(ImageDetails details) {
        checkText("image name", details.name());
        checkText("owner", details.owner());
        details.tags().forEach(ImageRules::checkTag);
        details.properties().forEach((key, value) -> {
            checkText("property name", key);
            checkText("property value", value);
            checkValueLength(key, value);
        });
    }

    static void checkTag(String tag) {
        if (tag.length() > MAX_NAME_LENGTH) {
            throw ImageFaults.tagTooLong();
        }
        checkText("tag", tag);
    }

    /** The name is none of the image's own attributes, nor kept for the service. */
    static void checkPropertyName(String name) {
        if (ImageAttributes.isSettable(name) || ImageAttributes.isReadOnly(name) || ImageAttributes.isReserved(name)) {
            throw ImageFaults.reservedProperty(name);
        }
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
            throw ImageFaults.propertyNameLength();
        }
    }

    /** The databases that have to be supported hold characters of the basic plane only. */
    static void checkText(String what, String text) {
        if (text != null && !StorableText.is(text)) {
            throw ImageFaults.invalidCharacters(what);
        }
    }

    /** @param quota how many are allowed; negative for any number */
    static void checkTagCount(int count, int quota) {
        if (quota >= 0 && count > quota) {
            throw ImageFaults.tooMany("tags", count, quota);
        }
    }

    /** @param quota how many are allowed; negative for any number */
    static void checkPropertyCount(ImageDetails details, int quota) {
        long count = details.properties().keySet().stream()
                .filter(key -> !ImageAttributes.isInternal(key))
                .count();
        if (quota >= 0 && count > quota) {
            throw ImageFaults.tooMany("properties", count, quota);
        }
    }

    /** @param quota how many are allowed; negative for any number */
    static void checkLocationCount(int count, int quota) {
        if (quota >= 0 && count > quota) {
            throw ImageFaults.tooMany("locations", count, quota);
        }
    }

    private static void checkValueLength(String key, String value) {
        if (value != null
                && (value.length() > MAX_VALUE_LENGTH
                        || value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE_BYTES)) {
            throw ImageFaults.valueTooLong(key);
        }
    }
}
