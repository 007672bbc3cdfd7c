package io.github.predella.data;

import io.github.predella.core.Fault;

/** Every refusal about data in one place. */
final class DataFaults {

    private DataFaults() {}

    static Fault unknownStore(String store) {
        return Fault.invalid("Store with identifier " + store + " not found.");
    }

    static Fault readOnlyStore(String store) {
        return new Fault(Fault.Kind.GONE, "The store " + store + " does not take data.");
    }

    static Fault overSizeCap(long cap) {
        return Fault.tooLarge("Image exceeds the maximum size of " + cap + " bytes.");
    }

    static Fault stagingSwitchedOff() {
        return Fault.notFound("Image staging is not available: the import method glance-direct is not enabled.");
    }

    static Fault unknownSession(String id) {
        return Fault.notFound("No upload session found with ID " + id);
    }

    static Fault sessionElsewhere() {
        return Fault.conflict("The data of this upload session is kept in the staging area of another node.");
    }

    static Fault sessionBusy() {
        return Fault.conflict("Another request is writing to this upload session.");
    }

    static Fault wrongOffset(long expected) {
        return Fault.conflict("The upload session has received " + expected + " bytes; data has to follow on them.");
    }

    static Fault overLength(long length) {
        return Fault.tooLarge("The upload session is for " + length + " bytes and takes no more.");
    }

    static Fault chunkDiffers() {
        return new Fault(
                Fault.Kind.CHECKSUM_MISMATCH, "The data differs from its checksum; nothing of it has been kept.");
    }

    static Fault sumDiffers(String algorithm) {
        return new Fault(
                Fault.Kind.CHECKSUM_MISMATCH,
                "The " + algorithm + " sum of all the data is not the expected one; the upload session has ended and"
                        + " nothing of it has been kept.");
    }

    static Fault sessionLost() {
        return new Fault(
                Fault.Kind.GONE, "The data of this upload session has got lost; the upload has to begin again.");
    }

    static Fault overQuota() {
        return Fault.tooLarge("Image exceeds the storage quota of the project.");
    }

    static Fault cutShort() {
        return Fault.invalid("The data ended before all of it had arrived.");
    }

    static Fault deletedMeanwhile(String id) {
        return new Fault(
                Fault.Kind.GONE,
                "Image " + id + " could not be found after upload. The image may have been deleted during the upload,"
                        + " cleaning up the bytes uploaded.");
    }

    static Fault tooManyDownloads() {
        return new Fault(Fault.Kind.UNAVAILABLE, "Too many downloads are running; try again in a moment.");
    }

    static Fault preferNeedsStores() {
        return Fault.invalid("The parameter prefer needs a service with several stores.");
    }

    static Fault nowhereReadable() {
        return new Fault(Fault.Kind.UNAVAILABLE, "The image data cannot be read at the moment.");
    }
}
