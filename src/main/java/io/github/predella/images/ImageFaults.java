package io.github.predella.images;

import io.github.predella.core.Fault;
import java.util.Locale;

/** Every refusal about images in one place: clients show these sentences and some compare them. */
public final class ImageFaults {

    private ImageFaults() {}

    public static Fault unknown(String id) {
        return Fault.notFound("No image found with ID " + id);
    }

    static Fault unknownMember(String project, String imageId) {
        return Fault.notFound(project + " not found in the member list of the image " + imageId + ".");
    }

    static Fault unknownTag(String tag) {
        return Fault.notFound("Could not find tag " + tag + ".");
    }

    public static Fault unknownMarker(String id) {
        return Fault.invalid("Invalid marker: image " + id + " could not be found.");
    }

    public static Fault foreignMarker(String id) {
        return Fault.forbidden("The image " + id + " cannot be used as a marker: it is not visible.");
    }

    static Fault idTaken(String id) {
        return Fault.conflict("Image ID " + id + " already exists!");
    }

    static Fault isProtected(String id) {
        return Fault.forbidden("Image " + id + " is protected and cannot be deleted.");
    }

    static Fault readOnlyCaller() {
        return Fault.forbidden("You are not authorized to complete this action: the request is read-only.");
    }

    static Fault notOwner(String action) {
        return Fault.forbidden("You are not permitted to " + action + " images of another owner.");
    }

    static Fault foreignOwner() {
        return Fault.forbidden("You are not permitted to create images owned by another project.");
    }

    static Fault ownerChange() {
        return Fault.forbidden("Owner can't be updated by non admin.");
    }

    static Fault reservedProperty(String name) {
        return Fault.forbidden("Attribute '" + name + "' is reserved.");
    }

    static Fault propertyNameLength() {
        return Fault.invalid("The name of a property has 1 to 255 characters.");
    }

    static Fault readOnlyProperty(String name) {
        return Fault.forbidden("Attribute '" + name + "' is read-only.");
    }

    static Fault protectedProperty(String name) {
        return Fault.forbidden("Property '" + name + "' is protected");
    }

    static Fault missingProperty(String name) {
        return Fault.conflict("Property " + name + " does not exist.");
    }

    static Fault existingProperty(String name) {
        return Fault.conflict("Property " + name + " already present.");
    }

    static Fault baseAttributeRemoved(String name) {
        return Fault.forbidden("Property " + name + " may not be removed.");
    }

    static Fault formatsFixed(String attribute, Image.Status status) {
        return Fault.forbidden("Attribute " + attribute
                + " can be only replaced for a queued image, not for one in status " + status.wireName() + ".");
    }

    static Fault formatsMissing(String id) {
        return Fault.invalid(
                "Properties disk_format, container_format must be set prior to saving data of image " + id + ".");
    }

    static Fault notQueued(Image image, Image.Status wanted) {
        return Fault.conflict("Image status transition from " + image.status().wireName() + " to " + wanted.wireName()
                + " is not allowed");
    }

    static Fault statusMoved(String id) {
        return Fault.conflict("The image " + id + " has been changed by another request meanwhile.");
    }

    static Fault lockLost(String id) {
        return Fault.conflict("The image " + id + " is in the hands of another task by now.");
    }

    static Fault otherData(String id) {
        return Fault.conflict("The data is not that of the other copies of image " + id + ".");
    }

    static Fault vanished(String id) {
        return new Fault(
                Fault.Kind.GONE,
                "Image " + id + " could not be found after upload. The image may have been"
                        + " deleted during the upload, cleaning up the bytes uploaded.");
    }

    static Fault wrongStatusForAction(String action, Image image) {
        return Fault.forbidden("Not allowed to " + action + " image in status '"
                + image.status().wireName() + "'");
    }

    static Fault notDeleted(String id) {
        return Fault.conflict("Image " + id + " is not deleted.");
    }

    static Fault dataLeaves(String id) {
        return Fault.conflict("Image " + id + " cannot be restored: its data is being removed.");
    }

    public static Fault deactivated() {
        return Fault.forbidden("The requested image has been deactivated. Image data download is forbidden.");
    }

    static Fault notShared() {
        return Fault.forbidden("Only shared images have members.");
    }

    static Fault duplicateMember(String project, String imageId) {
        return Fault.conflict("Member " + project + " is duplicated for image " + imageId);
    }

    static Fault tooMany(String what, long attempted, long maximum) {
        return Fault.tooLarge("The limit has been exceeded on the number of allowed image " + what + ". Attempted: "
                + attempted + ", Maximum: " + maximum);
    }

    static Fault tagTooLong() {
        return Fault.invalid("A tag has at most 255 characters.");
    }

    static Fault invalidCharacters(String what) {
        return Fault.invalid("Invalid characters in " + what + ": characters beyond U+FFFF are not supported.");
    }

    static Fault valueTooLong(String property) {
        return Fault.invalid("The value of the property " + property + " is too long: at most "
                + ImageRules.MAX_VALUE_LENGTH + " characters are stored.");
    }

    /** The address is not repeated: it may hold credentials. */
    static Fault unknownAddress() {
        return Fault.invalid("The location is none that a store of this service takes over.");
    }

    public static Fault noDataThere() {
        return Fault.invalid("No store of this service finds data of a known size at the location.");
    }

    static Fault locationsInvisible(ImagePatch.Verb verb) {
        return Fault.forbidden("It's not allowed to " + verb.name().toLowerCase(Locale.ROOT)
                + " locations if locations are invisible.");
    }

    static Fault placesFixed(Image image) {
        return Fault.conflict("It's not allowed to change the locations of an image in status "
                + image.status().wireName() + ".");
    }

    static Fault placesReplacedByNone() {
        return Fault.forbidden("It's not allowed to replace the locations of an image by none.");
    }

    static Fault otherPlaces() {
        return Fault.invalid("Replacing the locations of an image changes their metadata only: the URLs must be those"
                + " that it has.");
    }

    static Fault duplicatePlace() {
        return Fault.invalid("The image has this location already.");
    }

    static Fault noSuchPlace() {
        return Fault.invalid("There is no location at this position.");
    }

    static Fault onlyPlace() {
        return Fault.forbidden("The only location of an image cannot be removed.");
    }

    static Fault claimTooLate() {
        return Fault.conflict("New values of validation_data can be set on a queued image only.");
    }

    static Fault otherClaim() {
        return Fault.conflict("The validation_data differs from what is known of the image's data.");
    }

    static Fault malformedClaim(String member) {
        return Fault.conflict("The member " + member + " of validation_data does not have the form that it has here.");
    }

    static Fault otherSize() {
        return Fault.conflict("The data at the location does not have the size of the image's data.");
    }

    public static Fault overSizeCap(long cap) {
        return Fault.tooLarge("Image exceeds the maximum size of " + cap + " bytes.");
    }

    static Fault notWaiting(Image image) {
        return Fault.conflict("A location can be added to a queued image only, not to one in status "
                + image.status().wireName() + ".");
    }

    static Fault nothingAdopted() {
        return Fault.forbidden("No store of this service takes data that others have stored.");
    }

    static Fault copyVanished() {
        return new Fault(Fault.Kind.GONE, "The image or this copy of its data has been removed meanwhile.");
    }

    static Fault dataFixed(Image image) {
        return Fault.conflict("It's not allowed to remove image data of an image in status "
                + image.status().wireName() + ".");
    }

    static Fault onlyCopy() {
        return Fault.forbidden("The only copy of an image's data cannot be removed.");
    }

    public static Fault notIn(String store, String id) {
        return Fault.notFound("Image " + id + " has no data in store " + store + ".");
    }

    static Fault outOfRange(String attribute) {
        return Fault.invalid("The value of " + attribute + " is out of range: 0 to 2147483647.");
    }
}
