package io.github.predella.cli;

/** A command cannot do what it was asked; the message is one sentence for the operator. */
final class CommandProblem extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    CommandProblem(String message) {
        super(message);
    }

    CommandProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
