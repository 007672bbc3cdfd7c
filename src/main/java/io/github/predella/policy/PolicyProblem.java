package io.github.predella.policy;

/** The operator's rules cannot be used; the message names the file and what is wrong. */
public final class PolicyProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PolicyProblem(String message) {
        super(message);
    }

    PolicyProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
