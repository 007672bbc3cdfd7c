package io.github.predella.images;

import io.github.predella.core.Fault;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;

/**
 * What a create call asks for (images-api, "POST /images"), before anybody has decided whether it may be had.
 *
 * @param id the id that the caller chose, null when the service chooses
 * @param details the description; its owner only counts when {@code ownerNamed}
 * @param ownerNamed whether the caller named an owner, be it null
 * @param visibilityNamed whether the caller named a visibility
 * @param tagCount how many tags were sent, repeated ones included
 * @param forbiddenAttribute the first attribute that only the service sets, null when there is none
 */
public record ImageDraft(
        String id,
        ImageDetails details,
        boolean ownerNamed,
        boolean visibilityNamed,
        int tagCount,
        String forbiddenAttribute) {

    private static final Set<String> ADDRESSES = Set.of("direct_url", "self", "file", "schema", "stores");
    private static final int MAX_KEY_LENGTH = 255;

    /**
     * Reads a body.
     *
     * @throws Fault FORBIDDEN for reserved names, INVALID for values that the schema does not allow
     */
    public static ImageDraft of(JsonObject body, ImageSchema schema) {
        body.keySet().stream().filter(ADDRESSES::contains).findFirst().ifPresent(name -> {
            throw ImageFaults.readOnlyProperty(name);
        });
        schema.check(body);
        body.keySet().forEach(ImageDraft::checkKey);
        var details = ImageDetails.blank();
        String forbidden = null;
        for (var member : body.entrySet()) {
            String name = member.getKey();
            if (name.equals("id")) {
                continue;
            }
            if (ImageAttributes.isReadOnly(name) || name.equals("locations")) {
                forbidden = forbidden == null ? name : forbidden;
            } else {
                ImageAttributes.set(details, name, member.getValue());
            }
        }
        String id = body.get("id") instanceof JsonString chosen ? chosen.getString() : null;
        int tagCount = body.containsKey("tags") ? body.getJsonArray("tags").size() : 0;
        return new ImageDraft(
                id, details.done(), body.containsKey("owner"), body.containsKey("visibility"), tagCount, forbidden);
    }

    /** The description with the owner that it has when nobody named one. */
    ImageDetails detailsFor(String project) {
        return ownerNamed ? details : details.edit().owner(project).done();
    }

    private static void checkKey(String key) {
        if (key.length() > MAX_KEY_LENGTH) {
            throw Fault.invalid("Custom property can be only up to " + MAX_KEY_LENGTH + " characters long.");
        }
        if (ImageAttributes.isReserved(key)) {
            throw ImageFaults.reservedProperty(key);
        }
    }
}
