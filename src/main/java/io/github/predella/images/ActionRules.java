package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.images.Refusal.Reason;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Foretells what the services would say to an action, without doing anything: of several reasons against it the one that
 * lasts longest is told, so first what the caller may never do. Asks no store and no table; so an import that nobody has
 * heard of for long counts as one at work, though the next one may take its place.
 */
@ApplicationScoped
public class ActionRules {

    /** The way to import data into an image that has some. */
    private static final String COPYING = "copy-image";

    /** The way to import data that is staged. */
    private static final String STAGED = "glance-direct";

    private ImageAccess access;
    private ReadableCopies copies;
    private StoreRegistry stores;
    private ImportOffer offer;

    /** For the container's proxy only. */
    protected ActionRules() {}

    @Inject
    public ActionRules(ImageAccess access, ReadableCopies copies, StoreRegistry stores, ImportOffer offer) {
        this.access = access;
        this.copies = copies;
        this.stores = stores;
        this.offer = offer;
    }

    /** What the caller may do with an image that exists for them, or lies in the bin. */
    ImageRights of(Caller caller, Image image) {
        var refusals = new EnumMap<ImageAction, Refusal>(ImageAction.class);
        for (ImageAction action : ImageAction.values()) {
            refusal(caller, image, action).ifPresent(refusal -> refusals.put(action, refusal));
        }
        return new ImageRights(refusals);
    }

    private Optional<Refusal> refusal(Caller caller, Image image, ImageAction action) {
        if (caller.readOnly() && action != ImageAction.DOWNLOAD) {
            return Optional.of(Refusal.of(Reason.READ_ONLY));
        }
        return permissionRefusal(caller, image, action)
                .or(() -> when(image.isGone() != (action == ImageAction.RESTORE), () -> Refusal.of(image.status())))
                .or(() -> stateRefusal(caller, image, action));
    }

    /** What speaks against it whatever state the image is in. */
    private Optional<Refusal> permissionRefusal(Caller caller, Image image, ImageAction action) {
        return switch (action) {
            case EDIT, CHANGE_FORMATS, IMPORT, MAKE_SHARED, MAKE_PRIVATE, PROTECT, UNPROTECT, HIDE, UNHIDE ->
                access.ownershipRefusal(caller, ImagePermission.MODIFY_IMAGE, image);
            case PUBLISH ->
                access.refusal(caller, ImagePermission.PUBLICIZE_IMAGE, image)
                        .or(() -> access.ownershipRefusal(caller, ImagePermission.MODIFY_IMAGE, image));
            case COMMUNITIZE ->
                access.refusal(caller, ImagePermission.COMMUNITIZE_IMAGE, image)
                        .or(() -> access.ownershipRefusal(caller, ImagePermission.MODIFY_IMAGE, image));
            case DELETE -> access.ownershipRefusal(caller, ImagePermission.DELETE_IMAGE, image);
            case UPLOAD -> access.ownershipRefusal(caller, ImagePermission.UPLOAD_IMAGE, image);
            case DOWNLOAD -> access.refusal(caller, ImagePermission.DOWNLOAD_IMAGE, image);
            case DEACTIVATE -> access.ownershipRefusal(caller, ImagePermission.DEACTIVATE, image);
            case REACTIVATE -> access.ownershipRefusal(caller, ImagePermission.REACTIVATE, image);
            case SHARE -> access.ownershipRefusal(caller, ImagePermission.ADD_MEMBER, image);
            case COPY_TO_STORE -> access.ownershipRefusal(caller, ImagePermission.COPY_IMAGE, image);
            case REMOVE_COPY ->
                access.refusal(caller, ImagePermission.GET_IMAGE_LOCATION, image)
                        .or(() -> access.ownershipRefusal(caller, ImagePermission.DELETE_IMAGE_LOCATION, image));
            case RESTORE -> access.refusal(caller, ImagePermission.RESTORE_IMAGE, image);
        };
    }

    /** What speaks against it as the image is now. */
    private Optional<Refusal> stateRefusal(Caller caller, Image image, ImageAction action) {
        var details = image.details();
        return switch (action) {
            case EDIT, RESTORE -> Optional.empty();
            case CHANGE_FORMATS -> unlessIn(image, Image.Status.QUEUED, Image.Status.IMPORTING);
            case DELETE -> when(details.isProtected(), Reason.PROTECTED);
            case UPLOAD -> unlessIn(image, Image.Status.QUEUED).or(() -> unlessFormatted(image));
            case IMPORT -> importRefusal(image);
            case DOWNLOAD -> downloadRefusal(caller, image);
            case DEACTIVATE -> unlessIn(image, Image.Status.ACTIVE);
            case REACTIVATE -> unlessIn(image, Image.Status.DEACTIVATED);
            case SHARE ->
                when(
                        image.visibility() != Image.Visibility.SHARED,
                        () -> new Refusal(Reason.VISIBILITY, image.visibility().wireName()));
            case COPY_TO_STORE -> copyRefusal(image);
            case REMOVE_COPY ->
                unlessIn(image, Image.Status.ACTIVE)
                        .or(() -> when(image.readable().isEmpty(), Reason.NO_DATA))
                        .or(() -> when(image.readable().size() == 1, Reason.ONLY_COPY));
            case PUBLISH -> already(image.visibility() == Image.Visibility.PUBLIC);
            case COMMUNITIZE -> already(image.visibility() == Image.Visibility.COMMUNITY);
            case MAKE_SHARED -> already(image.visibility() == Image.Visibility.SHARED);
            case MAKE_PRIVATE -> already(image.visibility() == Image.Visibility.PRIVATE);
            case PROTECT -> already(details.isProtected());
            case UNPROTECT -> already(!details.isProtected());
            case HIDE -> already(details.hidden());
            case UNHIDE -> already(!details.hidden());
        };
    }

    /** Data that is staged can be imported, other data can be fetched or staged first. */
    private Optional<Refusal> importRefusal(Image image) {
        var offered = new HashSet<>(offer.methods());
        offered.remove(COPYING);
        return unlessIn(image, Image.Status.QUEUED, Image.Status.UPLOADING)
                .or(() -> when(offered.isEmpty(), Reason.NOT_OFFERED))
                .or(() -> when(
                        image.status() == Image.Status.UPLOADING && !offered.contains(STAGED),
                        () -> new Refusal(Reason.NOT_OFFERED, STAGED)))
                .or(() -> unlessFormatted(image))
                .or(() -> unlessFree(image));
    }

    private Optional<Refusal> downloadRefusal(Caller caller, Image image) {
        boolean closed = image.status() == Image.Status.DEACTIVATED && !access.isAdministrator(caller);
        return when(closed, () -> Refusal.of(image.status()))
                .or(() -> when(image.readable().isEmpty(), Reason.NO_DATA));
    }

    private Optional<Refusal> copyRefusal(Image image) {
        return unlessIn(image, Image.Status.ACTIVE)
                .or(() -> when(!offer.methods().contains(COPYING), () -> new Refusal(Reason.NOT_OFFERED, COPYING)))
                .or(() -> when(image.readable().isEmpty(), Reason.NO_DATA))
                .or(() -> unlessFormatted(image))
                .or(() -> unlessFree(image))
                .or(() -> when(taken(image).containsAll(takers()), Reason.NO_STORE_LEFT));
    }

    /** Ids of the stores that data can be copied to. */
    private Set<String> takers() {
        return stores.multiStore()
                ? stores.all().stream()
                        .filter(ConfiguredStore::writable)
                        .map(ConfiguredStore::id)
                        .collect(Collectors.toSet())
                : Set.of(stores.standard().id());
    }

    /** Ids of the stores that have a copy, also one that is on its way out. */
    private Set<String> taken(Image image) {
        var taken = new HashSet<>(copies.holders(image));
        image.locations().stream().map(ImageLocation::store).forEach(taken::add);
        return taken;
    }

    private static Optional<Refusal> unlessIn(Image image, Image.Status... wanted) {
        return when(!List.of(wanted).contains(image.status()), () -> Refusal.of(image.status()));
    }

    private static Optional<Refusal> unlessFormatted(Image image) {
        return when(!image.details().hasFormats(), Reason.FORMATS_MISSING);
    }

    private static Optional<Refusal> unlessFree(Image image) {
        return ImportMarks.holder(image).map(task -> new Refusal(Reason.IMPORTING, task));
    }

    private static Optional<Refusal> already(boolean so) {
        return when(so, Reason.ALREADY);
    }

    private static Optional<Refusal> when(boolean so, Reason reason) {
        return when(so, () -> Refusal.of(reason));
    }

    private static Optional<Refusal> when(boolean so, Supplier<Refusal> refusal) {
        return so ? Optional.of(refusal.get()) : Optional.empty();
    }
}
