package io.github.predella.identity.embedded;

import java.util.List;
import java.util.Optional;

/** Where roles are kept. All methods run in the caller's transaction. */
public interface RoleRepository {

    Optional<Role> find(String id);

    /**
     * Roles in the order of their names.
     *
     * @param name only the role of that name, or null
     * @param limit at most so many
     */
    List<Role> list(String name, int limit);

    /**
     * Adds a role.
     *
     * @throws io.github.predella.core.Fault of kind CONFLICT when the id or the name is taken
     */
    void insert(Role role);

    /**
     * Replaces the role of the same id; does nothing when there is none.
     *
     * @throws io.github.predella.core.Fault of kind CONFLICT when the name is taken
     */
    void update(Role role);

    /** Deletes a role; does nothing when there is none. */
    void delete(String id);
}
