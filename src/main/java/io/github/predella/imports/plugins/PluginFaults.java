package io.github.predella.imports.plugins;

import io.github.predella.core.Fault;

/** Every refusal of the service's own plugins in one place. */
final class PluginFaults {

    private PluginFaults() {}

    static Fault unknownCompression(String form) {
        return refused("The data is compressed as " + form + ", which this service cannot read.");
    }

    static Fault damaged(String form) {
        return refused(
                "The compressed data (" + form + ") is damaged, cut short, or needs too much memory to be read.");
    }

    static Fault notOneMember() {
        return refused("The zip archive must hold exactly one file, unencrypted.");
    }

    static Fault unfoldsTooFar(long most) {
        return Fault.tooLarge("The compressed data unfolds to more than " + most + " bytes, which is suspicious.");
    }

    static Fault otherFormat(String declared, String seen) {
        return refused("The image is declared as " + declared + ", and its data is " + seen + ".");
    }

    static Fault toolComplains(String tool) {
        return refused("The data cannot be converted: " + tool + " complains about it.");
    }

    static Fault toolDisagrees(String declared) {
        return refused("The data cannot be converted: it is not read as " + declared + ".");
    }

    static Fault otherFile(String what) {
        return refused("The data cannot be converted: it refers to another file (" + what + ").");
    }

    static Fault vmdkType(String type) {
        return refused("The data cannot be converted: VMDK files of the type " + type + " are not allowed.");
    }

    static Fault diskTooLarge(long size, long most) {
        return Fault.tooLarge("The disk in the data has " + size + " bytes; at most " + most + " are allowed.");
    }

    static Fault tookTooLong(long seconds) {
        return new Fault(Fault.Kind.UNAVAILABLE, "The conversion took longer than " + seconds + " seconds.");
    }

    static Fault badResult(String wanted, String seen) {
        return refused("The conversion to " + wanted + " has led to " + seen + ".");
    }

    static Fault badDescriptor() {
        return refused("The descriptor in the OVA package is not readable.");
    }

    static Fault notOneDisk() {
        return refused("The OVA package must have exactly one disk, in one file, uncompressed.");
    }

    static Fault incompletePackage() {
        return refused("The data is no OVA package, or lacks its descriptor or its disk.");
    }

    private static Fault refused(String sentence) {
        return new Fault(Fault.Kind.UNSUPPORTED_TYPE, sentence);
    }
}
