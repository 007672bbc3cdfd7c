package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;

/** The refusals of the identity API; clients show these texts and some compare them. */
public final class IdentityFaults {

    private static final String MALFORMED = " The server could not comply with the request since it is either malformed"
            + " or otherwise incorrect. The client is assumed to be in error.";

    private IdentityFaults() {}

    public static Fault unknown(String what, String id) {
        return Fault.notFound("Could not find " + what + ": " + id + ".");
    }

    public static Fault unauthenticated() {
        return unauthenticated("The request you have made requires authentication.");
    }

    public static Fault unauthenticated(String message) {
        return new Fault(Fault.Kind.UNAUTHENTICATED, message);
    }

    public static Fault forbidden(String action) {
        return Fault.forbidden("You are not authorized to perform the requested action: " + action + ".");
    }

    public static Fault malformed(String reason) {
        return Fault.invalid(reason + MALFORMED);
    }

    public static Fault invalidField(String field, String reason) {
        return Fault.invalid("Invalid input for field '" + field + "': " + reason);
    }

    public static Fault duplicate(String what, String reason) {
        return Fault.conflict("Conflict occurred attempting to store " + what + " - " + reason);
    }

    public static Fault tokenUnknown() {
        return Fault.notFound("Failed to validate token");
    }
}
