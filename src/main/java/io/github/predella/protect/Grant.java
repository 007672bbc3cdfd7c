package io.github.predella.protect;

import io.github.predella.core.Caller;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import java.util.Set;

/** To whom one operation is granted. */
@FunctionalInterface
interface Grant {

    Grant EVERYBODY = caller -> true;
    Grant NOBODY = caller -> false;

    boolean includes(Caller caller);

    /** To those who have one of the roles, given in lower case like those of callers. */
    static Grant toRoles(Set<String> roles) {
        return caller -> roles.stream().anyMatch(caller.roles()::contains);
    }

    static Grant byPolicy(String rule, Enforcer enforcer) {
        return caller -> enforcer.allows(caller, rule, PolicyTarget.none());
    }
}
