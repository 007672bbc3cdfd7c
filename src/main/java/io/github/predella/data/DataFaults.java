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
