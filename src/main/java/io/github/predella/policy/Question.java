package io.github.predella.policy;

import io.github.predella.core.Caller;

/**
 * What checks look at while one decision is made.
 *
 * @param judgingAdmin true while it is being found out whether the caller is an administrator; the credential {@code
 *     is_admin} is false then, or the rule could ask for its own answer
 */
record Question(Caller caller, PolicyTarget target, PolicyRules rules, boolean judgingAdmin) {

    boolean isAdmin() {
        return !judgingAdmin
                && rules.grants(BaseRule.CONTEXT_IS_ADMIN.rule(), new Question(caller, target, rules, true));
    }
}
