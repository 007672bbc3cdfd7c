package io.github.predella.config;

import java.util.List;

/** Everything that is wrong with the configuration, collected so that the operator can mend it in one go. */
public final class SettingsProblems extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SettingsProblems(List<String> problems) {
        super("The configuration cannot be used:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each, in the order found; at least one. Secrets are left out. */
    public List<String> problems() {
        return problems;
    }

    static void throwIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new SettingsProblems(problems);
        }
    }
}
