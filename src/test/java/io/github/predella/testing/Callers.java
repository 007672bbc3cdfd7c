package io.github.predella.testing;

import io.github.predella.core.Caller;
import java.util.Set;

/** Callers in the words of the domain, all with a token that does not end. */
public final class Callers {

    private static final String REQUEST = "req-00000000-0000-4000-8000-000000000001";

    private Callers() {}

    /** The roles that the identity service implies for a member. */
    public static Caller member(String project) {
        return inProject(project, "member", "reader");
    }

    public static Caller reader(String project) {
        return inProject(project, "reader");
    }

    /** An administrator with all implied roles. */
    public static Caller admin(String project) {
        return inProject(project, "admin", "manager", "member", "reader");
    }

    public static Caller inProject(String project, String... roles) {
        return new Caller("user-of-" + project, project, null, false, Set.of(roles), Set.of(), null, false, REQUEST);
    }

    /** The same caller, accompanied by a service token with the given roles. */
    public static Caller withService(Caller caller, String... roles) {
        return new Caller(
                caller.user(),
                caller.project(),
                caller.domain(),
                caller.system(),
                caller.roles(),
                Set.of(roles),
                caller.expires(),
                caller.readOnly(),
                caller.requestId());
    }

    public static Caller ofDomain(String domain, String... roles) {
        return new Caller("user", null, domain, false, Set.of(roles), Set.of(), null, false, REQUEST);
    }

    /** Somebody whose token is scoped to the whole deployment. */
    public static Caller ofSystem(String... roles) {
        return new Caller("user", null, null, true, Set.of(roles), Set.of(), null, false, REQUEST);
    }

    public static Caller anonymous() {
        return Caller.anonymous(REQUEST);
    }
}
