package io.github.predella.identity.embedded;

import java.util.List;
import java.util.Optional;

/** Where limits are kept. All methods run in the caller's transaction. */
public interface LimitRepository {

    Optional<StoredLimit> find(String id);

    /** The defaults of all projects. */
    List<StoredLimit> defaults();

    /**
     * Limits of single projects, ordered by project and resource.
     *
     * @param project only those of that project, or null
     * @param limit at most so many
     */
    List<StoredLimit> ofProjects(String project, int limit);

    /** What counts for a project: the defaults first, then its own limits. */
    List<StoredLimit> effective(String project);

    /**
     * Adds a limit.
     *
     * @throws io.github.predella.core.Fault of kind CONFLICT when there is one for the same project and resource
     */
    void insert(StoredLimit limit);

    /** Replaces amount, region and description of the limit of the same id; does nothing when there is none. */
    void update(StoredLimit limit);

    /** Deletes a limit; does nothing when there is none. */
    void delete(String id);

    /** Deletes the limits of a project. */
    void deleteOf(String project);
}
