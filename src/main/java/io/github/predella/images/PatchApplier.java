package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.ImagePatch.Operation;
import io.github.predella.images.ImagePatch.Verb;
import io.github.predella.protect.PropertyProtections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Function;

/** Works a patch out: image and patch in, changed description or refusal out. Nothing is stored here. */
@ApplicationScoped
public class PatchApplier {

    private static final Set<String> FORMATS = Set.of("disk_format", "container_format");

    private ImageSchema schema;
    private ImageAccess access;
    private PropertyProtections protections;
    private LocationPatches locations;

    /** For the container's proxy only. */
    protected PatchApplier() {}

    @Inject
    public PatchApplier(
            ImageSchema schema, ImageAccess access, PropertyProtections protections, LocationPatches locations) {
        this.schema = schema;
        this.access = access;
        this.protections = protections;
        this.locations = locations;
    }

    /**
     * The image after all operations, applied one after another. Values are held against the schema here too: not every
     * patch came in over HTTP.
     *
     * @param sizeAt as {@link LocationPatches#apply} wants it
     * @throws Fault INVALID, FORBIDDEN, NOT_FOUND or CONFLICT for the first operation that cannot be applied
     */
    Image apply(Caller caller, Image image, ImagePatch patch, Function<String, Long> sizeAt) {
        var after = image;
        for (Operation operation : patch.operations()) {
            schema.checkChange(operation.path(), operation.value());
            after = operation.root().equals(ImagePatch.LOCATIONS)
                    ? locations.apply(caller, after, operation, sizeAt)
                    : after.with(described(caller, after, operation));
        }
        return after;
    }

    private ImageDetails described(Caller caller, Image image, Operation operation) {
        requirePermission(caller, image, operation);
        var details = image.details().edit();
        switch (operation.verb()) {
            case ADD -> add(caller, details, operation);
            case REPLACE -> replace(caller, details, operation);
            case REMOVE -> remove(caller, details, operation);
        }
        return details.done();
    }

    private void requirePermission(Caller caller, Image image, Operation operation) {
        String root = operation.root();
        if (root.equals("visibility") && operation.verb() != Verb.REMOVE) {
            requireVisibility(caller, image, operation);
        }
        access.requireOwnership(caller, ImagePermission.MODIFY_IMAGE, image);
        boolean formatsOpen = image.status() == Image.Status.QUEUED || image.status() == Image.Status.IMPORTING;
        if (FORMATS.contains(root) && !formatsOpen) {
            throw ImageFaults.formatsFixed(root, image.status());
        }
        if (root.equals("owner") && operation.verb() != Verb.REMOVE && !access.isAdministrator(caller)) {
            throw ImageFaults.ownerChange();
        }
    }

    private void requireVisibility(Caller caller, Image image, Operation operation) {
        var proposed = image.details().edit();
        ImageAttributes.set(proposed, "visibility", operation.value());
        var permission = ImageRules.permissionFor(proposed.visibility);
        if (permission != null) {
            access.requireOpenly(caller, permission, image);
        }
    }

    private void add(Caller caller, ImageDetails.Editor details, Operation operation) {
        String root = operation.root();
        boolean settable = ImageAttributes.isSettable(root);
        boolean present = settable || details.properties().containsKey(root);
        if (operation.strict() && present && isReadable(caller, root)) {
            throw ImageFaults.existingProperty(root);
        }
        if (!settable) {
            requireProperty(
                    caller,
                    present ? PropertyProtections.Operation.UPDATE : PropertyProtections.Operation.CREATE,
                    root);
        }
        ImageAttributes.set(details, root, operation.value());
    }

    private void replace(Caller caller, ImageDetails.Editor details, Operation operation) {
        String root = operation.root();
        if (!ImageAttributes.isSettable(root)) {
            requirePresent(caller, details, root);
            requireProperty(caller, PropertyProtections.Operation.UPDATE, root);
        }
        ImageAttributes.set(details, root, operation.value());
    }

    private void remove(Caller caller, ImageDetails.Editor details, Operation operation) {
        String root = operation.root();
        if (ImageAttributes.isSettable(root)) {
            throw ImageFaults.baseAttributeRemoved(root);
        }
        requirePresent(caller, details, root);
        requireProperty(caller, PropertyProtections.Operation.DELETE, root);
        details.properties().remove(root);
    }

    private void requirePresent(Caller caller, ImageDetails.Editor details, String property) {
        if (!details.properties().containsKey(property) || !isReadable(caller, property)) {
            throw ImageFaults.missingProperty(property);
        }
    }

    private boolean isReadable(Caller caller, String property) {
        return ImageAttributes.isSettable(property)
                || protections.allows(caller, PropertyProtections.Operation.READ, property);
    }

    private void requireProperty(Caller caller, PropertyProtections.Operation operation, String property) {
        boolean readable = operation == PropertyProtections.Operation.CREATE
                || protections.allows(caller, PropertyProtections.Operation.READ, property);
        if (!readable || !protections.allows(caller, operation, property)) {
            throw ImageFaults.protectedProperty(property);
        }
    }
}
