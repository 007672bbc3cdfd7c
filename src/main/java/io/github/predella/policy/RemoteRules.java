package io.github.predella.policy;

import java.util.Map;

/** Services that decide in the place of a rule, {@code http:} and {@code https:} checks. Safe for use by many threads. */
@FunctionalInterface
public interface RemoteRules {

    /** Grants nothing. */
    RemoteRules NONE = (url, rule, target, caller) -> false;

    /**
     * Asks the service at an address.
     *
     * @param url the address
     * @param rule the name of the rule that is being decided
     * @param target what the caller wants to act on
     * @param caller what is known about the caller, by the names that rules use: texts, lists of texts, truth values, null
     * @return whether it grants; false too when it cannot be asked or its answer is none, which is logged
     */
    boolean grants(String url, String rule, PolicyTarget target, Map<String, Object> caller);
}
