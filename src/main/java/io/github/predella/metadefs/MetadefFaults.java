package io.github.predella.metadefs;

import io.github.predella.core.Fault;

/** Every refusal about the catalogue of metadata definitions in one place. */
public final class MetadefFaults {

    private MetadefFaults() {}

    public static Fault unknownNamespace(String name) {
        return Fault.notFound("Metadata definition namespace=" + name + " was not found.");
    }

    /** What whoever may not see anything of the catalogue is told. */
    static Fault nothingHere() {
        return Fault.notFound("The resource could not be found.");
    }

    static Fault namespaceTaken(String name) {
        return Fault.conflict("The metadata definition namespace=" + name + " already exists.");
    }

    static Fault unknownPart(Part.Kind kind, String name, String namespace) {
        return Fault.notFound("The metadata definition " + kind.word() + " with name=" + name
                + " was not found in namespace=" + namespace + ".");
    }

    static Fault partTaken(Part.Kind kind, String name, String namespace) {
        return Fault.conflict("A metadata definition " + kind.word() + " with name=" + name
                + " already exists in namespace=" + namespace + ".");
    }

    static Fault unknownAssociation(String type, String namespace) {
        return Fault.notFound("The metadata definition namespace=" + namespace + " is not associated with the resource"
                + " type " + type + ".");
    }

    static Fault associationTaken(String type, String namespace) {
        return Fault.conflict("The metadata definition namespace=" + namespace + " is already associated with the"
                + " resource type " + type + ".");
    }

    static Fault protectedNamespace(String name) {
        return Fault.forbidden("Metadata definition namespace=" + name
                + " is protected: nothing in it can be deleted, and neither can the namespace.");
    }

    static Fault readOnlyCaller() {
        return Fault.forbidden("You are not authorized to complete this action: the request is read-only.");
    }

    static Fault readOnly(String attribute) {
        return Fault.forbidden("Attribute '" + attribute + "' is read-only.");
    }

    static Fault mismatch(String schema, String problem) {
        return Fault.invalid("Provided object does not match schema '" + schema + "': " + problem);
    }

    static Fault unknownKeyword(String keyword, String property) {
        return Fault.invalid(
                "The property '" + property + "' has an attribute that properties do not have: " + keyword + ".");
    }

    static Fault wrongDefault(String property) {
        return Fault.invalid(
                "The default of the property '" + property + "' must be a text, a number or a truth value.");
    }

    static Fault wrongBound(String keyword, String property) {
        return Fault.invalid(
                "The " + keyword + " of the property '" + property + "' is too large for any database to keep.");
    }

    static Fault commaInRequired(String name) {
        return Fault.invalid("The name '" + name + "' cannot be required: it has a comma in it, or it is empty.");
    }

    static Fault emptyName(String what) {
        return Fault.invalid("The name of a " + what + " must not be empty.");
    }

    static Fault nameTooLong(String what, int most) {
        return Fault.invalid("The name of a " + what + " is longer than " + most + " characters.");
    }

    static Fault unstorable(String what) {
        return Fault.invalid("The " + what + " has characters that cannot be stored.");
    }

    static Fault tooLong(String what, int most) {
        return Fault.invalid("The " + what + " is too long: at most " + most + " characters are stored.");
    }

    static Fault twice(String what, String name) {
        return Fault.conflict("The " + what + " '" + name + "' stands there more than once.");
    }

    static Fault changedMeanwhile(String namespace) {
        return Fault.conflict("The metadata definition namespace=" + namespace + " has been changed meanwhile.");
    }

    static Fault bothOptions() {
        return Fault.invalid("Please say either prefer_new or overwrite, not both.");
    }

    static Fault mergeMissing() {
        return Fault.invalid("prefer_new and overwrite count together with merge only.");
    }

    static Fault noSuchPlace(String path) {
        return Fault.notFound("There is no file or directory " + path + " with definitions.");
    }

    static Fault fileTooLarge(int most) {
        return Fault.invalid("it is larger than " + most + " bytes");
    }

    static Fault notJson() {
        return Fault.invalid("it does not hold one JSON object");
    }

    static Fault cannotWrite(String path) {
        return new Fault(Fault.Kind.UNAVAILABLE, "The definitions cannot be written to " + path + ".");
    }
}
