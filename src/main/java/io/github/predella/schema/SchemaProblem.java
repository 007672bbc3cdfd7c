package io.github.predella.schema;

/** A schema of the operator cannot be used, which must stop the start; the message says which and why. */
public final class SchemaProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaProblem(String message) {
        super(message);
    }

    SchemaProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
