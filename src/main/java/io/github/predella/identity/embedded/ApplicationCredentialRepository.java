package io.github.predella.identity.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where application credentials are kept. All methods run in the caller's transaction. */
public interface ApplicationCredentialRepository {

    Optional<ApplicationCredential> find(String id);

    /**
     * Credentials of a user in the order of their names.
     *
     * @param user id of the user, never null
     * @param name only the one of that name, or null
     * @param limit at most so many
     */
    List<ApplicationCredential> list(String user, String name, int limit);

    /**
     * Adds a credential.
     *
     * @throws io.github.predella.core.Fault of kind CONFLICT when the id, or the name for the user, is taken
     */
    void insert(ApplicationCredential credential);

    /** Deletes a credential; does nothing when there is none. */
    void delete(String id);

    /**
     * Deletes all of a user, all of a project, or those of a user in a project.
     *
     * @param user id of a user, or null for every user
     * @param project id of a project, or null for every project; not both are null
     */
    void deleteAll(String user, String project);

    /** Deletes those that have expired before a moment. */
    void forgetExpired(Instant before);
}
