package io.github.predella.policy;

import io.github.predella.core.Caller;

/**
 * What checks look at while one decision is made.
 *
 * @param rule the name that was asked for
 * @param rules the rules in force
 * @param remote who answers for checks by other services
 * @param judgingAdmin true while it is being found out whether the caller is an administrator; the credential {@code
 *     is_admin} is false then, or the rule could ask for its own answer
 */
record Question(
        String rule, Caller caller, PolicyTarget target, PolicyRules rules, RemoteRules remote, boolean judgingAdmin) {

    boolean isAdmin() {
        String admin = BaseRule.CONTEXT_IS_ADMIN.rule();
        return !judgingAdmin && rules.grants(admin, new Question(admin, caller, target, rules, remote, true));
    }
}
