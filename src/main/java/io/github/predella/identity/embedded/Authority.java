package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import io.github.predella.identity.VerifiedToken;

/**
 * Who may do what in the identity API: administrators everything, readers of the whole deployment every look, services
 * a look at tokens, and users what concerns themselves. Each method throws a {@link Fault} of kind FORBIDDEN that names
 * the action.
 */
public final class Authority {

    private Authority() {}

    static boolean administers(VerifiedToken asker) {
        return asker.hasRole("admin");
    }

    static void requireAdministrator(VerifiedToken asker, String action) {
        require(administers(asker), action);
    }

    public static void requireOverview(VerifiedToken asker, String action) {
        require(hasOverview(asker), action);
    }

    static void requireSelfOrOverview(VerifiedToken asker, String user, String action) {
        require(isSelf(asker, user) || hasOverview(asker), action);
    }

    static void requireSelf(VerifiedToken asker, String user, String action) {
        require(isSelf(asker, user), action);
    }

    static void requireSelfOrAdministrator(VerifiedToken asker, String user, String action) {
        require(isSelf(asker, user) || administers(asker), action);
    }

    /** Users may look at the project they work in. */
    static void requireProjectOrOverview(VerifiedToken asker, String project, String action) {
        var own = asker.project() != null && asker.project().id().equals(project);
        require(own || hasOverview(asker), action);
    }

    /** Users may look at and end their own tokens, services may look at any. */
    static void requireToken(VerifiedToken asker, VerifiedToken subject, boolean change, String action) {
        var look = !change && (asker.hasRole("service") || hasOverview(asker));
        require(look || isSelf(asker, subject.user().id()) || administers(asker), action);
    }

    /** Restricted application credentials may not be used to make or delete others. */
    static void requireUndelegated(VerifiedToken asker) {
        if (asker.delegation() != null && !asker.delegation().unrestricted()) {
            throw IdentityFaults.forbidden("Using method 'application_credential' is not allowed for managing"
                    + " additional application credentials.");
        }
    }

    /** Whether lists show the asker more than what is the asker's own. */
    static boolean seesAll(VerifiedToken asker) {
        return hasOverview(asker);
    }

    private static boolean hasOverview(VerifiedToken asker) {
        return administers(asker) || (asker.system() && asker.hasRole("reader"));
    }

    private static boolean isSelf(VerifiedToken asker, String user) {
        return asker.user().id().equals(user);
    }

    private static void require(boolean allowed, String action) {
        if (!allowed) {
            throw IdentityFaults.forbidden("identity:" + action);
        }
    }
}
