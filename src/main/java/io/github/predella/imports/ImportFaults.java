package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import java.util.Collection;

/** Every refusal about imports in one place. */
final class ImportFaults {

    private ImportFaults() {}

    static Fault noMethod() {
        return Fault.invalid("Input to import must name a method: an object with a name.");
    }

    static Fault namelessMethod() {
        return Fault.invalid("The import method has no name.");
    }

    static Fault notAFlag(String member) {
        return Fault.invalid("'" + member + "' must be true or false.");
    }

    static Fault notAListOfStores(String member) {
        return Fault.invalid("'" + member + "' must be a list of the ids of stores.");
    }

    static Fault unknownMethod(String name) {
        return Fault.invalid("Unknown import method name '" + name + "'.");
    }

    static Fault missing(String method, String field) {
        return Fault.invalid("The import method " + method + " needs the text '" + field + "'.");
    }

    static Fault wrongStatus(String method, Image image, Image.Status wanted) {
        return Fault.conflict("The import method " + method + " wants an image in status " + wanted.wireName()
                + ", and this one is in status " + image.status().wireName() + ".");
    }

    static Fault formatsMissing(String id) {
        return Fault.conflict(
                "Properties disk_format, container_format must be set prior to importing data of image " + id + ".");
    }

    static Fault locked(String id) {
        return Fault.conflict("Image " + id + " is being worked on by another task already.");
    }

    static Fault notAnObject(String member) {
        return Fault.invalid("'" + member + "' must be an object.");
    }

    static Fault formatsNeeded() {
        return Fault.invalid("'image_properties' must have a disk_format and a container_format, or nothing at all.");
    }

    static Fault packagesAreForAdministrators() {
        return Fault.forbidden("Only administrators may import OVA packages.");
    }

    static Fault twoChoices() {
        return Fault.invalid("The stores can be chosen in one way only: all_stores, stores or X-Image-Meta-Store.");
    }

    static Fault onlyOneStore() {
        return Fault.invalid("'all_stores_must_succeed' can be false only where there are several stores.");
    }

    static Fault unknownStores(Collection<String> stores) {
        return Fault.conflict("There are no such stores that take data: " + String.join(", ", stores) + ".");
    }

    static Fault copiedAlready(String store) {
        return Fault.invalid("Image is already present at store '" + store + "'.");
    }

    static Fault beingRemoved(String store) {
        return Fault.conflict("A former copy in the store '" + store + "' is still being removed; try again later.");
    }

    static Fault nothingStaged() {
        return Fault.conflict("There is no complete staged data for this image.");
    }

    static Fault notImporting(String id) {
        return Fault.conflict("No import is at work on image " + id + ".");
    }

    static Fault truncated(long expected, long received) {
        return Fault.invalid("The data ended after " + received + " of " + expected + " bytes.");
    }

    static Fault webOnly() {
        return Fault.forbidden("Only services may name locations that are not on web servers.");
    }

    static Fault malformedHash(String algorithm) {
        return Fault.invalid(
                "The os_hash_value of validation_data is not the hexadecimal form of a " + algorithm + " digest.");
    }

    static Fault otherHash() {
        return new Fault(
                Fault.Kind.CHECKSUM_MISMATCH, "The data at the location does not have the hash that was told.");
    }

    static Fault otherSize() {
        return new Fault(
                Fault.Kind.CHECKSUM_MISMATCH, "The data at the location does not have the size that was announced.");
    }

    static Fault hasNotFailed(String store) {
        return Fault.conflict("No import into the store '" + store + "' has failed.");
    }

    static Fault nothingToBring(Image image) {
        return Fault.conflict("Nothing is kept that could be brought to a store for an image in status "
                + image.status().wireName() + ".");
    }

    static Fault notVerifiable(Image image) {
        return Fault.conflict("Copies of an image in status " + image.status().wireName() + " cannot be verified.");
    }

    static Fault withoutHash(String id) {
        return Fault.conflict("Image " + id + " has no hash of a kind with which a copy could be compared.");
    }

    /** @param last why the last of the stores did not */
    static Fault noStoreTookIt(Fault last) {
        return new Fault(last.kind(), "None of the stores has taken the data. " + last.getMessage());
    }

    static Fault changedOnTheWay() {
        return new Fault(Fault.Kind.UNAVAILABLE, "The data has changed on its way to the store.");
    }

    static Fault noId(String field) {
        return Fault.invalid("'" + field + "' must be the id of an image.");
    }

    static Fault unknownSide(String field) {
        return Fault.invalid("'" + field + "' must be public, internal or admin.");
    }

    static Fault unknownRegion(String region) {
        return Fault.invalid("The service catalogue has no such image service in a region '" + region + "'.");
    }

    static Fault noRemoteImage() {
        return new Fault(Fault.Kind.UNAVAILABLE, "The service of the other region did not answer with an image.");
    }

    static Fault remoteNotActive() {
        return Fault.conflict("The image of the other region is not active.");
    }

    static Fault formatNotOffered() {
        return Fault.conflict(
                "The image of the other region has a disk_format or container_format that this service does not take.");
    }

    static Fault otherThanRemote() {
        return Fault.conflict("The data is not that of the other region's image: its digests differ.");
    }

    static Fault tokenGone() {
        return Fault.conflict(
                "The token with which the image was to be fetched is not known any more. Please ask again.");
    }
}
