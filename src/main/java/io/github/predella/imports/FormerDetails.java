package io.github.predella.imports;

import io.github.predella.core.Jsons;
import io.github.predella.images.ImageDetails;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.function.Predicate;

/** How an image was described before an import changed that, in the form in which its task remembers it. */
final class FormerDetails {

    private static final String DISK = "disk_format";
    private static final String CONTAINER = "container_format";
    private static final String PROPERTIES = "properties";

    private FormerDetails() {}

    /** @param changing which properties the import may change */
    static JsonObject of(ImageDetails details, Predicate<String> changing) {
        var properties = Jsons.object();
        details.properties().forEach((name, value) -> {
            if (changing.test(name)) {
                properties.add(name, value);
            }
        });
        return Jsons.object()
                .add(DISK, details.diskFormat())
                .add(CONTAINER, details.containerFormat())
                .add(PROPERTIES, properties)
                .build();
    }

    /** The details as they were, except for what the import does not change. */
    static ImageDetails restored(ImageDetails now, JsonObject former, Predicate<String> changing) {
        var details = now.edit().diskFormat(former.getString(DISK)).containerFormat(former.getString(CONTAINER));
        details.properties().keySet().removeIf(changing);
        former.getJsonObject(PROPERTIES)
                .forEach((name, value) -> details.property(name, ((JsonString) value).getString()));
        return details.done();
    }
}
