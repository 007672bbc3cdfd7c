package io.github.predella.imports;

import io.github.predella.flow.DigestValues;
import io.github.predella.images.ImageDetails;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What another region's service says about an image. Texts are null where it says nothing.
 *
 * @param status as on the wire
 * @param size in bytes, -1 when it does not say
 * @param diskFormat of its data
 * @param containerFormat of its data
 * @param checksum MD5 of its data
 * @param algorithm of the other digest
 * @param digest the other digest
 * @param properties everything that is a text, among it its custom properties
 */
record RemoteImage(
        String status,
        long size,
        String diskFormat,
        String containerFormat,
        String checksum,
        String algorithm,
        String digest,
        Map<String, String> properties) {

    static RemoteImage of(JsonObject shown) {
        var properties = new LinkedHashMap<String, String>();
        shown.forEach((name, value) -> {
            if (value instanceof JsonString text) {
                properties.put(name, text.getString());
            }
        });
        return new RemoteImage(
                text(shown, "status"),
                shown.get("size") instanceof JsonNumber number ? number.longValue() : -1,
                text(shown, "disk_format"),
                text(shown, "container_format"),
                text(shown, "checksum"),
                text(shown, "os_hash_algo"),
                text(shown, "os_hash_value"),
                properties);
    }

    private static String text(JsonObject shown, String name) {
        return shown.get(name) instanceof JsonString text ? text.getString() : null;
    }

    /** Whether it has data to be fetched. */
    boolean isActive() {
        return "active".equals(status);
    }

    /** The details with the formats of this image, and with those of its properties that are wanted. */
    ImageDetails describe(ImageDetails before, Predicate<String> wanted) {
        var details = before.edit().diskFormat(diskFormat).containerFormat(containerFormat);
        properties.forEach((name, value) -> {
            if (wanted.test(name)) {
                details.property(name, value);
            }
        });
        return details.done();
    }

    /** Whether data with these digests can be that of this image: the ones that both tell are the same. */
    boolean fits(DigestValues measured) {
        if (digest != null && measured.algorithm().equalsIgnoreCase(algorithm)) {
            return measured.value().equalsIgnoreCase(digest);
        }
        return checksum == null || measured.checksum().equalsIgnoreCase(checksum);
    }
}
