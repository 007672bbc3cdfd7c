package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.protect.PropertyProtections;
import io.github.predella.protect.PropertyProtections.Operation;
import io.github.predella.quota.QuotaGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** How much a description may hold, and which of its properties a caller may write and see. */
@ApplicationScoped
public class ImageLimits {

    private ImageSettings settings;
    private PropertyProtections protections;
    private QuotaGate quota;

    /** For the container's proxy only. */
    protected ImageLimits() {}

    @Inject
    public ImageLimits(ImageSettings settings, PropertyProtections protections, QuotaGate quota) {
        this.settings = settings;
        this.protections = protections;
        this.quota = quota;
    }

    /**
     * Whether a new image fits, in the order in which the reference looks.
     *
     * @throws Fault TOO_LARGE past a quota, FORBIDDEN for a property that the caller may not create or an attribute
     *     that only the service sets, INVALID for a text that cannot be stored
     */
    void checkNew(Caller caller, ImageDraft draft, ImageDetails details) {
        quota.requireRoomForImage(details.owner());
        for (String property : details.properties().keySet()) {
            if (!protections.allows(caller, Operation.CREATE, property)) {
                throw ImageFaults.protectedProperty(property);
            }
        }
        ImageRules.checkTagCount(draft.tagCount(), settings.tagQuota());
        if (draft.forbiddenAttribute() != null) {
            throw ImageFaults.readOnlyProperty(draft.forbiddenAttribute());
        }
        ImageRules.checkPropertyCount(details, settings.propertyQuota());
        ImageRules.checkTexts(details);
    }

    /** Whether a changed description fits; what was too much before may stay, it may only not grow. */
    void checkChanged(ImageDetails before, ImageDetails after) {
        if (!after.tags().equals(before.tags())) {
            ImageRules.checkTagCount(after.tags().size(), settings.tagQuota());
        }
        if (!before.properties().keySet().containsAll(after.properties().keySet())) {
            ImageRules.checkPropertyCount(after, settings.propertyQuota());
        }
        ImageRules.checkTexts(after);
    }

    /** Whether the caller may give images a custom property of that name. */
    public boolean mayCreate(Caller caller, String property) {
        return protections.allows(caller, Operation.CREATE, property);
    }

    /** Whether the caller may read custom properties of that name. */
    boolean mayRead(Caller caller, String property) {
        return protections.allows(caller, Operation.READ, property);
    }

    /**
     * What the caller may do with the custom properties of an image, and with those that it could have.
     *
     * @param further names of properties that it may not have yet
     */
    PropertyRights rights(Caller caller, Image image, Collection<String> further) {
        var present = image.details().properties().keySet();
        return new PropertyRights(
                without(caller, Operation.UPDATE, present),
                without(caller, Operation.DELETE, present),
                without(caller, Operation.CREATE, further));
    }

    private Set<String> without(Caller caller, Operation operation, Collection<String> properties) {
        return properties.stream()
                .filter(property ->
                        !ImageAttributes.isCustom(property) || !protections.allows(caller, operation, property))
                .collect(Collectors.toSet());
    }

    /** As {@link #checkChanged}, for changes by whom no schema has stopped: new properties have names of properties. */
    void checkDescribed(ImageDetails before, ImageDetails after) {
        after.properties().keySet().stream()
                .filter(name -> !before.properties().containsKey(name))
                .forEach(ImageRules::checkPropertyName);
        checkChanged(before, after);
    }

    /** Waits for the turn of an image's project, which is to be done before the image is held. */
    void takeTurn(Image image) {
        quota.takeTurn(image.owner());
    }

    /** Whether the places that are new fit into what the project may have; throws {@link Fault} TOO_LARGE. */
    void checkPlaces(Image after) {
        long added = after.locations().stream()
                .filter(location -> location.row() == null)
                .count();
        if (added > 0) {
            quota.requireRoomForAdoption(
                    after.owner(), Math.multiplyExact(added, after.content().size()));
        }
    }

    /**
     * Whether an image may have so many members.
     *
     * @param count how many members there would be
     */
    void checkMemberCount(int count) {
        if (settings.memberQuota() >= 0 && count > settings.memberQuota()) {
            throw ImageFaults.tooMany("members", count, settings.memberQuota());
        }
    }

    /** The image without the properties that the caller may not read. */
    Image visiblePart(Caller caller, Image image) {
        var hidden = image.details().properties().keySet().stream()
                .filter(property -> !protections.allows(caller, Operation.READ, property))
                .toList();
        if (hidden.isEmpty()) {
            return image;
        }
        var details = image.details().edit();
        details.properties().keySet().removeAll(hidden);
        return image.with(details.done());
    }
}
