package io.github.predella.identity.embedded;

import java.util.List;
import java.util.Optional;

/** Where users are kept. All methods run in the caller's transaction. */
public interface UserRepository {

    Optional<User> find(String id);

    /** The user of that name; names are compared as the database compares them. */
    Optional<User> named(String name);

    /**
     * Users in the order of their names.
     *
     * @param name only the user of that name, or null
     * @param enabled only users with that flag, or null
     * @param limit at most so many
     */
    List<User> list(String name, Boolean enabled, int limit);

    /**
     * Adds a user.
     *
     * @throws io.github.predella.core.Fault of kind CONFLICT when the id or the name is taken
     */
    void insert(User user);

    /**
     * Replaces the user of the same id; does nothing when there is none.
     *
     * @throws io.github.predella.core.Fault of kind CONFLICT when the name is taken
     */
    void update(User user);

    /** Deletes a user; does nothing when there is none. */
    void delete(String id);
}
