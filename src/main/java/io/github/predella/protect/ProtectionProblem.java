package io.github.predella.protect;

/** The operator's protection file cannot be used, which must stop the start; the message names file and reason. */
public final class ProtectionProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProtectionProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
