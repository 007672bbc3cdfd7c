package io.github.predella.policy;

import java.util.List;

/** One rule as a feature declares it; enums of the features implement this. Immutable. */
public interface Permission {

    /** The name of the rule, as operators write it in their rule file. */
    String rule();

    /** The default text of the rule, in the rule language; empty grants it to everybody. */
    String check();

    /**
     * The default of former releases, which grants too as long as the operator keeps to the old defaults and does not
     * name the rule; null when there was none.
     */
    default String oldCheck() {
        return null;
    }

    /** A former name, under which an operator's file may still have the rule; null when it was never renamed. */
    default String oldRule() {
        return null;
    }

    /** What the rule guards, in one sentence for operators. */
    String description();

    /** The calls that ask for the rule, such as {@code GET /v2/images}; empty for rules that only serve other rules. */
    List<String> operations();
}
