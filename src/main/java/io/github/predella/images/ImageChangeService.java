package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has moved in the ledger of late, for whoever keeps looking and tells others: it is read once for all of them, and
 * who may know of it is asked for each. Each method is one short transaction.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ImageChangeService {

    private ImageChanges changes;
    private ImageAccess access;

    /** For the container's proxy only. */
    protected ImageChangeService() {}

    @Inject
    public ImageChangeService(ImageChanges changes, ImageAccess access) {
        this.changes = changes;
        this.access = access;
    }

    /**
     * An image that has moved.
     *
     * @param image as it is now, be it gone
     * @param members the projects with which it is shared
     */
    public record Changed(Image image, Set<String> members) {}

    /** The images whose last change was in a stretch of time, as {@link ImageChanges#between}. */
    public List<ImageChanges.Moment> between(Instant from, Instant to, int most) {
        return changes.between(from, to, most);
    }

    /** These images as far as there are any, with what it takes to tell who may know of them. */
    public List<Changed> read(Collection<String> ids) {
        var images = changes.read(ids);
        var shared = images.stream()
                .filter(image -> image.visibility() == Image.Visibility.SHARED)
                .map(Image::id)
                .toList();
        var members = shared.isEmpty() ? Map.<String, Set<String>>of() : changes.members(shared);
        return images.stream()
                .map(image -> new Changed(image, members.getOrDefault(image.id(), Set.of())))
                .toList();
    }

    /** How many offers of images wait for the answer of each of the projects; one without any is missing. */
    public Map<String, Long> offers(Collection<String> projects) {
        return projects.isEmpty() ? Map.of() : changes.offers(projects);
    }

    /** Whether the caller may know of the image, as it was read. */
    public boolean tells(Caller caller, Changed changed) {
        var image = changed.image();
        return access.viewer(caller).finds(image.owner(), image.visibility(), () -> changed.members()
                        .contains(caller.project()))
                && access.allows(caller, ImagePermission.GET_IMAGE, image);
    }
}
