package io.github.predella.identity.embedded;

import java.util.List;
import java.util.Optional;

/** Where projects are kept. All methods run in the caller's transaction. */
public interface ProjectRepository {

    Optional<Project> find(String id);

    /** The project of that name; names are compared as the database compares them. */
    Optional<Project> named(String name);

    /**
     * Projects in the order of their names.
     *
     * @param name only the project of that name, or null
     * @param enabled only projects with that flag, or null
     * @param limit at most so many
     */
    List<Project> list(String name, Boolean enabled, int limit);

    /**
     * Adds a project.
     *
     * @throws io.github.predella.core.Fault of kind CONFLICT when the id or the name is taken
     */
    void insert(Project project);

    /**
     * Replaces the project of the same id; does nothing when there is none.
     *
     * @throws io.github.predella.core.Fault of kind CONFLICT when the name is taken
     */
    void update(Project project);

    /** Deletes a project; does nothing when there is none. */
    void delete(String id);
}
