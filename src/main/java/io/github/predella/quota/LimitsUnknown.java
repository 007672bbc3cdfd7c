package io.github.predella.quota;

/**
 * The limits of a project are kept elsewhere and have to be asked for first, which no transaction waits for: it is rolled
 * back, and begins again when they are known.
 */
public final class LimitsUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String project;

    /** @param project id of the project, or null for what belongs to nobody */
    public LimitsUnknown(String project) {
        super("the limits of a project are not known yet", null, false, false);
        this.project = project;
    }

    /** The id of the project, or null. */
    public String project() {
        return project;
    }
}
