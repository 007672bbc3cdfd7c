package io.github.predella.identity.embedded;

import java.util.List;

/** Where it is kept who has which role where. All methods run in the caller's transaction. */
public interface GrantRepository {

    /**
     * Which grants are wanted; a null matches everything.
     *
     * @param user id of a user
     * @param role id of a role
     * @param scope where the role holds
     */
    record Wanted(String user, String role, Scope scope) {

        static final Wanted ALL = new Wanted(null, null, null);

        static Wanted of(String user, Scope scope) {
            return new Wanted(user, null, scope);
        }

        /** Whether a grant is wanted. */
        public boolean fits(Grant grant) {
            return (user == null || user.equals(grant.user()))
                    && (role == null || role.equals(grant.role()))
                    && (scope == null || scope.equals(grant.scope()));
        }
    }

    /** At most so many of the wanted grants, ordered by user, scope and role. */
    List<Grant> list(Wanted wanted, int limit);

    boolean contains(Grant grant);

    /** Adds a grant; one that is there already stays as it is. */
    void insert(Grant grant);

    /** Deletes all wanted grants and tells how many there were. */
    int delete(Wanted wanted);
}
