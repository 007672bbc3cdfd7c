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

    /** @param rules the rules in force at the moment of asking, usually {@link CurrentRules} */
    public Enforcer(Supplier<PolicyRules> rules) {
        this.rules = rules;
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
        return !caller.isOutsideProjects() && now.grants(rule, new Question(caller, target, now, false));
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
        return !caller.isOutsideProjects()
                && now.grants(BaseRule.CONTEXT_IS_ADMIN.rule(), new Question(caller, PolicyTarget.none(), now, true));
    }

    /** Whether asking for this name can ever be granted: it is declared, or the operator's files answer for it. */
    public boolean decides(String rule) {
        return rules.get().decides(rule);
    }
}
