package io.github.predella.images.rest;

import io.github.predella.core.IsoTime;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageSettings;
import io.github.predella.images.LocationForm;
import io.github.predella.images.ReadableCopies;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The wire form of an image: custom properties first, then the attributes in the order of the reference. */
@ApplicationScoped
public class ImageJson {

    /** Notes of the service that only other nodes are to read. */
    private static final Set<String> NEVER_SHOWN = Set.of("os_glance_stage_host", "os_glance_hash_op_host");

    private ImageSettings settings;
    private StoreRegistry stores;
    private ReadableCopies copies;

    /** For the container's proxy only. */
    protected ImageJson() {}

    @Inject
    public ImageJson(ImageSettings settings, StoreRegistry stores, ReadableCopies copies) {
        this.copies = copies;
        this.settings = settings;
        this.stores = stores;
    }

    /** Writes one image as an object. */
    public void write(JsonGenerator json, Image image) {
        write(json, image, Map.of());
    }

    /**
     * Writes one image as an object.
     *
     * @param claims what a caller has just said that the data at an address is, which only this answer repeats
     */
    void write(JsonGenerator json, Image image, Map<String, JsonObject> claims) {
        var details = image.details();
        var content = image.content();
        json.writeStartObject();
        details.properties().forEach((key, value) -> {
            if (!NEVER_SHOWN.contains(key)) {
                json.write(key, value);
            }
        });
        text(json, "name", details.name());
        text(json, "disk_format", details.diskFormat());
        text(json, "container_format", details.containerFormat());
        json.write("visibility", details.visibility().wireName());
        number(json, "size", content.size());
        number(json, "virtual_size", content.virtualSize());
        json.write("status", image.status().wireName());
        text(json, "checksum", content.checksum());
        json.write("protected", details.isProtected());
        json.write("min_ram", details.minRam());
        json.write("min_disk", details.minDisk());
        text(json, "owner", details.owner());
        json.write("os_hidden", details.hidden());
        text(json, "os_hash_algo", content.hashAlgorithm());
        text(json, "os_hash_value", content.hashValue());
        json.write("id", image.id());
        json.write("created_at", IsoTime.text(image.createdAt()));
        json.write("updated_at", IsoTime.text(image.updatedAt()));
        var readable = copies.of(image);
        writePlaces(json, readable, claims);
        json.writeStartArray("tags");
        details.tags().forEach(json::write);
        json.writeEnd();
        String self = "/v2/images/" + image.id();
        json.write("self", self);
        json.write("file", self + "/file");
        json.write("schema", "/v2/schemas/image");
        writeStores(json, readable);
        json.writeEnd();
    }

    private void writePlaces(JsonGenerator json, List<ImageLocation> readable, Map<String, JsonObject> claims) {
        if (settings.showMultipleLocations()) {
            json.writeStartArray("locations");
            readable.forEach(place -> LocationForm.write(
                    json, stores.multiStore() ? place : place.withoutStore(), claims.get(place.url())));
            json.writeEnd();
        }
        readable.stream()
                .findFirst()
                .filter(first -> settings.showDirectUrl())
                .ifPresent(first -> json.write("direct_url", first.shownUrl()));
    }

    private void writeStores(JsonGenerator json, List<ImageLocation> readable) {
        var names = readable.stream()
                .map(ImageLocation::store)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        if (stores.multiStore() && !names.isEmpty()) {
            json.write("stores", names);
        }
    }

    private static void text(JsonGenerator json, String key, String value) {
        if (value == null) {
            json.writeNull(key);
        } else {
            json.write(key, value);
        }
    }

    private static void number(JsonGenerator json, String key, Long value) {
        if (value == null) {
            json.writeNull(key);
        } else {
            json.write(key, value);
        }
    }
}
