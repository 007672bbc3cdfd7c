package io.github.predella.images;

import io.github.predella.config.PolicySettings;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.policy.Enforcer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Who may do what with an image. Whoever may not even see an image is told that it does not exist, whatever they
 * wanted to do with it.
 */
@ApplicationScoped
public class ImageAccess {

    private Enforcer enforcer;
    private ImageRepository images;
    private boolean ownersOnly;

    /** For the container's proxy only. */
    protected ImageAccess() {}

    @Inject
    public ImageAccess(Enforcer enforcer, ImageRepository images, PolicySettings policy) {
        this.enforcer = enforcer;
        this.images = images;
        this.ownersOnly = !policy.enforceNewDefaults();
    }

    public Viewer viewer(Caller caller) {
        return new Viewer(caller.project(), isAdministrator(caller));
    }

    public boolean isAdministrator(Caller caller) {
        return enforcer.isAdmin(caller);
    }

    /**
     * The image, provided it exists for the caller: before any rule is asked, private images of others and shared ones
     * that were not shared with the caller are not there. Needs a running transaction.
     *
     * @throws Fault NOT_FOUND
     */
    public Image find(Caller caller, String id) {
        return images.find(id)
                .filter(image -> !image.isGone() && existsFor(caller, image))
                .orElseThrow(() -> ImageFaults.unknown(id));
    }

    /** For the service itself: the image, whoever may see it. Needs a running transaction. */
    Optional<Image> find(String id) {
        return images.find(id).filter(image -> !image.isGone());
    }

    /** Whether a rule allows the caller something on an image that exists for them. */
    public boolean allows(Caller caller, ImagePermission permission, Image image) {
        return enforcer.allows(caller, permission, new ImageTarget(image, caller));
    }

    /** Whether a rule allows the caller something on images of their own project, as far as only that decides. */
    boolean allowsOnOwn(Caller caller, ImagePermission permission) {
        return enforcer.allows(caller, permission, attribute -> switch (attribute) {
            case "project_id", "owner" -> caller.project();
            default -> null;
        });
    }

    /**
     * Insists on a permission.
     *
     * @throws Fault FORBIDDEN, or NOT_FOUND for those who may not see the image either
     */
    public void require(Caller caller, ImagePermission permission, Image image) {
        var target = new ImageTarget(image, caller);
        if (enforcer.allows(caller, permission, target)) {
            return;
        }
        if (permission == ImagePermission.GET_IMAGE || !enforcer.allows(caller, ImagePermission.GET_IMAGE, target)) {
            throw ImageFaults.unknown(image.id());
        }
        enforcer.require(caller, permission, target);
    }

    /** Insists on a permission; where the defaults of former releases grant it to anybody, on ownership besides. */
    void requireOwnership(Caller caller, ImagePermission permission, Image image) {
        require(caller, permission, image);
        if (ownersOnly && !isAdministrator(caller) && !caller.isOf(image.owner())) {
            throw ImageFaults.notOwner(permission.rule());
        }
    }

    /**
     * What speaks against a permission on an image that exists for the caller; empty when {@link #require} would let it
     * pass. Whoever would be allowed it on an image of their own is told that this is not one.
     */
    Optional<Refusal> refusal(Caller caller, ImagePermission permission, Image image) {
        if (allows(caller, permission, image)) {
            return Optional.empty();
        }
        boolean foreign = caller.project() != null && !caller.isOf(image.owner());
        return foreign && allows(caller, permission, ownedBy(caller, image))
                ? Optional.of(new Refusal(Refusal.Reason.NOT_OWNER, permission.rule()))
                : Optional.of(Refusal.of(permission));
    }

    /** The same as {@link #requireOwnership} would say it. */
    Optional<Refusal> ownershipRefusal(Caller caller, ImagePermission permission, Image image) {
        return refusal(caller, permission, image)
                .or(() -> ownersOnly && !isAdministrator(caller) && !caller.isOf(image.owner())
                        ? Optional.of(new Refusal(Refusal.Reason.NOT_OWNER, permission.rule()))
                        : Optional.empty());
    }

    private static Image ownedBy(Caller caller, Image image) {
        return image.with(image.details().edit().owner(caller.project()).done());
    }

    /** Insists on a permission and answers FORBIDDEN even to those who may not see the image. */
    void requireOpenly(Caller caller, ImagePermission permission, Image image) {
        enforcer.require(caller, permission, new ImageTarget(image, caller));
    }

    /** Insists on a permission about an image that does not exist yet. */
    void requireProposed(Caller caller, ImagePermission permission, ImageDraft draft) {
        enforcer.require(caller, permission, ImageTarget.proposed(caller, draft));
    }

    /** Whether a rule allows the caller something about an image that does not exist yet. */
    boolean allowsProposed(Caller caller, ImagePermission permission, ImageDraft draft) {
        return enforcer.allows(caller, permission, ImageTarget.proposed(caller, draft));
    }

    /** Insists on a permission about no image in particular. */
    void requireInGeneral(Caller caller, ImagePermission permission) {
        enforcer.require(caller, permission, attribute -> "project_id".equals(attribute) ? caller.project() : null);
    }

    private boolean existsFor(Caller caller, Image image) {
        return viewer(caller)
                .finds(image.owner(), image.visibility(), () -> images.isMember(image.id(), caller.project()));
    }
}
