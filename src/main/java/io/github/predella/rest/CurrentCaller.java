package io.github.predella.rest;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import jakarta.enterprise.context.RequestScoped;

/** Who is calling, for the length of one request. */
@RequestScoped
public class CurrentCaller {

    private Caller caller;

    /** The caller; throws a {@link Fault} UNAUTHENTICATED when the request carried no valid token. */
    public Caller get() {
        if (caller == null) {
            throw new Fault(Fault.Kind.UNAUTHENTICATED, "This request needs a valid token.");
        }
        return caller;
    }

    /** The id under which this request is logged and answered; a dash before the caller is known. */
    public String requestId() {
        return caller == null ? "-" : caller.requestId();
    }

    boolean isKnown() {
        return caller != null;
    }

    void set(Caller verified) {
        caller = verified;
    }
}
