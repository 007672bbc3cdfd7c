package io.github.predella.images;

import java.util.function.BooleanSupplier;

/**
 * For whom images are looked up: what decides, before any policy, which images exist for somebody.
 *
 * @param project id of the caller's project, or null
 * @param administrator true when every image exists for the caller
 */
public record Viewer(String project, boolean administrator) {

    /**
     * Whether an image exists for the viewer, whatever lists show (images-api, "Who sees an image").
     *
     * @param owner project that the image belongs to; an image without one exists for everybody
     * @param isMember whether the image is shared with the viewer's project; only asked where it matters
     */
    public boolean finds(String owner, Image.Visibility visibility, BooleanSupplier isMember) {
        if (administrator || owner == null || owner.equals(project)) {
            return true;
        }
        return switch (visibility) {
            case PUBLIC, COMMUNITY -> true;
            case PRIVATE -> false;
            case SHARED -> project != null && isMember.getAsBoolean();
        };
    }
}
