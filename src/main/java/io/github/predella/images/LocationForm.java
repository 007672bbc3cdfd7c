package io.github.predella.images;

import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;

/** A place of data as it is shown to those who may see it; credentials are left out. */
public final class LocationForm {

    private LocationForm() {}

    /** Writes one place as an object. */
    public static void write(JsonGenerator json, ImageLocation place) {
        write(json, place, null);
    }

    /**
     * Writes one place as an object.
     *
     * @param claim what the data there is said to be; null for nothing
     */
    public static void write(JsonGenerator json, ImageLocation place, JsonObject claim) {
        json.writeStartObject();
        json.write("url", place.shownUrl());
        json.writeStartObject("metadata");
        place.metadata().forEach(json::write);
        json.writeEnd();
        if (claim != null) {
            json.write("validation_data", claim);
        }
        json.writeEnd();
    }
}
