package io.github.predella.imports;

import io.github.predella.core.Fault;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which image of which region a request names.
 *
 * @param region id of the region
 * @param imageId of the image there
 * @param side which of the region's addresses is taken
 */
record RemotePlace(String region, String imageId, String side) {

    private static final String REGION = "glance_region";
    private static final String IMAGE = "glance_image_id";
    private static final String SIDE = "glance_service_interface";
    private static final Set<String> SIDES = Set.of("public", "internal", "admin");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Reads a request; throws {@link Fault} INVALID when it does not tell what is needed. */
    static RemotePlace of(ImportRequest request) {
        String region = text(request, REGION);
        String id = text(request, IMAGE);
        if (!ID.matcher(id).matches()) {
            throw ImportFaults.noId(IMAGE);
        }
        String side = request.source().containsKey(SIDE) ? text(request, SIDE) : "public";
        if (!SIDES.contains(side)) {
            throw ImportFaults.unknownSide(SIDE);
        }
        return new RemotePlace(region, id, side);
    }

    private static String text(ImportRequest request, String name) {
        if (request.source().get(name) instanceof JsonString text
                && !text.getString().isBlank()) {
            return text.getString();
        }
        throw ImportFaults.missing(request.method(), name);
    }

    /** The path of the image below the address of an image service. */
    String path() {
        return "/v2/images/" + imageId;
    }
}
