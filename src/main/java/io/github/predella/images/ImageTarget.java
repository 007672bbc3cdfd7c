package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.IsoTime;
import io.github.predella.policy.PolicyTarget;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An image as the policy rules see it: every attribute by its wire name, custom properties, and a few aliases. */
final class ImageTarget implements PolicyTarget {

    private static final Set<String> NAMES = Set.of(
            "id",
            "image_id",
            "project_id",
            "owner",
            "member_id",
            "member",
            "visibility",
            "name",
            "status",
            "protected",
            "os_hidden",
            "disk_format",
            "container_format",
            "min_disk",
            "min_ram",
            "size",
            "virtual_size",
            "checksum",
            "os_hash_algo",
            "os_hash_value",
            "created_at",
            "updated_at");

    private final Image image;
    private final Caller caller;

    ImageTarget(Image image, Caller caller) {
        this.image = image;
        this.caller = caller;
    }

    /**
     * The target of a creation, when there is only a draft yet. A visibility that nobody named counts as private, though
     * the image will be shared: it still is with nobody.
     */
    static PolicyTarget proposed(Caller caller, ImageDraft draft) {
        var details = draft.detailsFor(caller.project());
        var visibility = draft.visibilityNamed() ? details.visibility() : Image.Visibility.PRIVATE;
        return PolicyTarget.of(Map.of(
                "project_id", text(caller.project()),
                "owner", text(details.owner()),
                "visibility", visibility.wireName()));
    }

    @Override
    public String value(String attribute) {
        var details = image.details();
        var content = image.content();
        return switch (attribute) {
            case "id", "image_id" -> image.id();
            case "project_id", "owner" -> text(details.owner());
            case "member_id", "member" -> text(memberProject());
            case "visibility" -> details.visibility().wireName();
            case "name" -> text(details.name());
            case "status" -> image.status().wireName();
            case "protected" -> truth(details.isProtected());
            case "os_hidden" -> truth(details.hidden());
            case "disk_format" -> text(details.diskFormat());
            case "container_format" -> text(details.containerFormat());
            case "min_disk" -> String.valueOf(details.minDisk());
            case "min_ram" -> String.valueOf(details.minRam());
            case "size" -> text(content.size());
            case "virtual_size" -> text(content.virtualSize());
            case "checksum" -> text(content.checksum());
            case "os_hash_algo" -> text(content.hashAlgorithm());
            case "os_hash_value" -> text(content.hashValue());
            case "created_at" -> IsoTime.text(image.createdAt());
            case "updated_at" -> IsoTime.text(image.updatedAt());
            default -> details.properties().get(attribute);
        };
    }

    @Override
    public Set<String> names() {
        var names = new HashSet<>(NAMES);
        names.addAll(image.details().properties().keySet());
        return names;
    }

    /** The caller's project where it looks at a shared image of another one: it could only find it as a member. */
    private String memberProject() {
        boolean foreignShared = image.visibility() == Image.Visibility.SHARED
                && caller.project() != null
                && !caller.isOf(image.owner());
        return foreignShared ? caller.project() : null;
    }

    private static String text(Object value) {
        return value == null ? NONE : value.toString();
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }
}
