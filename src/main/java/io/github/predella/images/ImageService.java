package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Page;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.images.ImageFacets.Facet;
import io.github.predella.observe.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What callers do with the records of images. Each method is one transaction, and answers with what the caller may see
 * of the image. Every method throws {@link Fault} NOT_FOUND for an image that does not exist for the caller, and
 * FORBIDDEN for what no rule allows.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ImageService {

    /** How often a change is worked out anew because the status moved meanwhile. */
    private static final int ATTEMPTS = 5;

    /** At how many images facets look at most. */
    private static final int FACETS_AMONG = 2_000;

    private ImageRepository images;
    private ImageAccess access;
    private PatchApplier patches;
    private ImageLimits limits;
    private ActionRules actions;
    private Clock clock;

    /** For the container's proxy only. */
    protected ImageService() {}

    @Inject
    public ImageService(
            ImageRepository images,
            ImageAccess access,
            PatchApplier patches,
            ImageLimits limits,
            ActionRules actions,
            Clock clock) {
        this.images = images;
        this.access = access;
        this.patches = patches;
        this.limits = limits;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * Makes a new image, which then waits for its data.
     *
     * @throws Fault TOO_LARGE past a quota, CONFLICT for an id that was ever used, INVALID for values out of range
     */
    @Audited
    public Image create(Caller caller, ImageDraft draft) {
        requireWritable(caller);
        var details = draft.detailsFor(caller.project());
        access.requireProposed(caller, ImagePermission.ADD_IMAGE, draft);
        var visibilityPermission = ImageRules.permissionFor(details.visibility());
        if (visibilityPermission != null) {
            access.requireProposed(caller, visibilityPermission, draft);
        }
        if (!access.isAdministrator(caller) && !caller.isOf(details.owner())) {
            throw ImageFaults.foreignOwner();
        }
        limits.checkNew(caller, draft, details);
        if (draft.id() != null && images.isTaken(draft.id())) {
            throw ImageFaults.idTaken(draft.id());
        }
        var now = clock.instant();
        var id = draft.id() == null ? UUID.randomUUID().toString() : draft.id();
        var image = new Image(id, Image.Status.QUEUED, details, ImageContent.NONE, List.of(), now, now);
        images.insert(image);
        return shown(caller, image);
    }

    /** The image, if the caller may see it. */
    public Image get(Caller caller, String id) {
        return shown(caller, find(caller, id));
    }

    /** The images of a page; the page keeps saying whether it was full when policy left some of them out. */
    public Page<Image> list(Caller caller, ImageQuery query) {
        access.requireInGeneral(caller, ImagePermission.GET_IMAGES);
        var page = images.page(query, access.viewer(caller));
        var visible = page.items().stream()
                .filter(image -> access.allows(caller, ImagePermission.GET_IMAGE, image))
                .map(image -> shown(caller, image))
                .toList();
        return new Page<>(visible, page.full());
    }

    /**
     * How many images a list holds in all. Images that policy keeps from the caller, though lists of their kind are
     * allowed, are counted.
     *
     * @param atMost at which the counting stops, as {@link ImageRepository#count} says
     */
    public ImageCount count(Caller caller, ImageQuery query, int atMost) {
        access.requireInGeneral(caller, ImagePermission.GET_IMAGES);
        return images.count(query, access.viewer(caller), atMost);
    }

    /**
     * What the images of a list have in common, counted as {@link #count} does it, among the newest 2,000;
     * on some databases among fewer.
     *
     * @param wanted what is counted; a property that the caller may not read has no values
     */
    public ImageFacets facets(Caller caller, ImageQuery query, Set<Facet> wanted) {
        access.requireInGeneral(caller, ImagePermission.GET_IMAGES);
        var readable = wanted.stream()
                .filter(facet -> facet != Facet.OS_DISTRO || limits.mayRead(caller, "os_distro"))
                .collect(Collectors.toSet());
        return images.facets(query, access.viewer(caller), readable, FACETS_AMONG);
    }

    /**
     * What the caller may do with images that they have from here, or from the bin; by the ids of the images. The
     * services say the same when it is done, unless something has changed or a quota stands against it.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<String, ImageRights> allowed(Caller caller, Collection<Image> several) {
        var rights = new LinkedHashMap<String, ImageRights>();
        several.forEach(image -> rights.put(image.id(), actions.of(caller, image)));
        return rights;
    }

    /**
     * Applies all operations or none. A patch that changes nothing leaves the time of the last change alone. One that
     * adds places of data goes through {@link PatchService}.
     *
     * @throws Fault CONFLICT for a property that is not there, TOO_LARGE past a quota
     */
    @Audited
    public Image patch(Caller caller, String id, ImagePatch patch) {
        requireWritable(caller);
        return shown(caller, change(caller, id, image -> patched(caller, image, patch, Map.of())));
    }

    /**
     * As {@link #patch(Caller, String, ImagePatch)}, provided that the image still is what the patch was made for.
     *
     * @param still tells that by the image as the caller sees it
     * @throws Fault CONFLICT also when it is not
     */
    @Audited
    public Image patch(Caller caller, String id, ImagePatch patch, Predicate<Image> still) {
        requireWritable(caller);
        return shown(caller, change(caller, id, image -> {
            if (!still.test(shown(caller, image))) {
                throw ImageFaults.statusMoved(id);
            }
            return patched(caller, image, patch, Map.of());
        }));
    }

    /**
     * What the caller may do with the custom properties of an image that they have from here. Whether they may change
     * the image at all is told by {@link #allowed}.
     *
     * @param further names of properties that the image does not have and could get
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public PropertyRights propertyRights(Caller caller, Image image, Collection<String> further) {
        return limits.rights(caller, image, further);
    }

    /**
     * What an image would be after a patch, as far as that can be told without asking a store. Stores nothing.
     *
     * @throws Fault as {@link #patch}
     */
    public Image rehearse(Caller caller, String id, ImagePatch patch) {
        requireWritable(caller);
        return patches.apply(caller, access.find(caller, id), patch, url -> null);
    }

    /**
     * Applies a patch that changes where the data is. The record is locked, so that two callers cannot withdraw the last
     * two places at once.
     *
     * @param sizes bytes at each address that the patch adds
     * @throws Fault as {@link #patch}
     */
    @Audited
    public Moved move(Caller caller, String id, ImagePatch patch, Map<String, Long> sizes) {
        requireWritable(caller);
        limits.takeTurn(access.find(caller, id));
        images.hold(id);
        var before = access.find(caller, id);
        var after = change(caller, id, image -> patched(caller, image, patch, sizes));
        var withdrawn = after.locations().stream()
                .filter(location -> !location.isReadable())
                .filter(location -> before.locations().stream()
                        .anyMatch(one -> one.isReadable() && one.row().equals(location.row())))
                .toList();
        return new Moved(shown(caller, after), withdrawn);
    }

    /**
     * An image whose data is elsewhere now.
     *
     * @param image as the caller sees it
     * @param withdrawn the copies that are to be removed from their stores
     */
    public record Moved(Image image, List<ImageLocation> withdrawn) {}

    private Image patched(Caller caller, Image image, ImagePatch patch, Map<String, Long> sizes) {
        var after = patches.apply(caller, image, patch, url -> Optional.ofNullable(sizes.get(url))
                .orElseThrow(() -> ImageFaults.statusMoved(image.id())));
        limits.checkChanged(image.details(), after.details());
        limits.checkPlaces(after);
        return after;
    }

    /** Labels an image; nothing happens when it carries the tag already. */
    public void addTag(Caller caller, String id, String tag) {
        requireWritable(caller);
        change(caller, id, image -> {
            ImageRules.checkTag(tag);
            access.requireOwnership(caller, ImagePermission.MODIFY_IMAGE, image);
            var details = image.details().edit().tag(tag).done();
            limits.checkChanged(image.details(), details);
            return image.with(details);
        });
    }

    /** Takes a tag away; throws {@link Fault} NOT_FOUND when the image does not carry it. */
    public void removeTag(Caller caller, String id, String tag) {
        requireWritable(caller);
        change(caller, id, image -> {
            access.requireOwnership(caller, ImagePermission.MODIFY_IMAGE, image);
            var details = image.details().edit();
            if (!details.tags().remove(tag)) {
                throw ImageFaults.unknownTag(tag);
            }
            return image.with(details.done());
        });
    }

    /** Keeps everybody but administrators from downloading; nothing happens when it is so already. */
    @Audited
    public void deactivate(Caller caller, String id) {
        moveBetween(caller, id, ImagePermission.DEACTIVATE, Image.Status.ACTIVE, Image.Status.DEACTIVATED);
    }

    /** Allows downloads again; nothing happens when they are allowed already. */
    @Audited
    public void reactivate(Caller caller, String id) {
        moveBetween(caller, id, ImagePermission.REACTIVATE, Image.Status.DEACTIVATED, Image.Status.ACTIVE);
    }

    private void moveBetween(Caller caller, String id, ImagePermission permission, Image.Status from, Image.Status to) {
        requireWritable(caller);
        var image = access.find(caller, id);
        access.requireOwnership(caller, permission, image);
        if (image.status() == to) {
            return;
        }
        if (image.status() != from) {
            throw ImageFaults.wrongStatusForAction(permission.rule(), image);
        }
        if (!images.move(id, from, to, clock.instant())) {
            throw ImageFaults.statusMoved(id);
        }
    }

    /**
     * Works a change out and stores it. An upload may move the status between reading and writing; the change is then
     * worked out again on the newer image, because what it allows may depend on the status.
     */
    private Image change(Caller caller, String id, UnaryOperator<Image> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = access.find(caller, id);
            var after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            after = after.updatedAt(clock.instant());
            if (images.update(before, after)) {
                return after;
            }
        }
        throw ImageFaults.statusMoved(id);
    }

    private Image find(Caller caller, String id) {
        var image = access.find(caller, id);
        access.require(caller, ImagePermission.GET_IMAGE, image);
        return image;
    }

    /** What the caller may see of an image; where the data of a deactivated one is, only administrators do. */
    private Image shown(Caller caller, Image image) {
        var visible = limits.visiblePart(caller, image);
        boolean placesHidden = image.status() == Image.Status.DEACTIVATED && !access.isAdministrator(caller);
        return placesHidden ? visible.with(List.of()) : visible;
    }

    private static void requireWritable(Caller caller) {
        if (caller.readOnly()) {
            throw ImageFaults.readOnlyCaller();
        }
    }
}
