package io.github.predella.policy;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import java.util.function.Supplier;

/**
 * Decides whether a caller may. All rules are for callers whose token is scoped to a project (or has no scope at all):
 * one that is scoped to a domain or to the whole deployment is refused whatever the rule says. Safe for any thread and
 * cheap enough to ask once for each row of a list.
 */
public final class Enforcer {

    private final Supplier<PolicyRules> rules;
    private final RemoteRules remote;

    /** Rules that ask other services grant nothing. */
    public Enforcer(Supplier<PolicyRules> rules) {
        this(rules, RemoteRules.NONE);
    }

    /**
     * @param rules the rules in force at the moment of asking, usually {@link CurrentRules}
     * @param remote who answers for rules that ask other services
     */
    public Enforcer(Supplier<PolicyRules> rules, RemoteRules remote) {
        this.rules = rules;
        this.remote = remote;
    }

    public boolean allows(Caller caller, Permission permission, PolicyTarget target) {
        return allows(caller, permission.rule(), target);
    }

    /**
     * The same for a rule that is known by its name only. A name that is neither declared nor in the operator's files
     * is refused, unless those files have a rule for such names.
     */
    public boolean allows(Caller caller, String rule, PolicyTarget target) {
        PolicyRules now = rules.get();
        return !caller.isOutsideProjects() && now.grants(rule, new Question(rule, caller, target, now, remote, false));
    }

    /**
     * Returns when the caller may.
     *
     * @throws Fault FORBIDDEN otherwise, with the sentence that clients know
     */
    public void require(Caller caller, Permission permission, PolicyTarget target) {
        if (!allows(caller, permission, target)) {
            throw notAuthorized(permission);
        }
    }

    /** The refusal of a rule, for those who decide by several rules before they refuse. */
    public static Fault notAuthorized(Permission permission) {
        return Fault.forbidden("You are not authorized to complete " + permission.rule() + " action.");
    }

    /** Whether the caller is an administrator: the rule {@code context_is_admin}. */
    public boolean isAdmin(Caller caller) {
        PolicyRules now = rules.get();
        String rule = BaseRule.CONTEXT_IS_ADMIN.rule();
        var question = new Question(rule, caller, PolicyTarget.none(), now, remote, true);
        return !caller.isOutsideProjects() && now.grants(rule, question);
    }

    /** Whether asking for this name can ever be granted: it is declared, or the operator's files answer for it. */
    public boolean decides(String rule) {
        return rules.get().decides(rule);
    }
}
