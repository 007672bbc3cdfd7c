package io.github.predella.images;

/**
 * For whom images are looked up: what decides, before any policy, which images exist for somebody.
 *
 * @param project id of the caller's project, or null
 * @param administrator true when every image exists for the caller
 */
public record Viewer(String project, boolean administrator) {

    /** Whether the image is the viewer's own. An image without an owner belongs to nobody. */
    public boolean owns(Image image) {
        return project != null && project.equals(image.owner());
    }
}
