package io.github.predella.sessions;

import java.time.Instant;
import java.util.Optional;

/** The stored sessions. Every method wants a running transaction of the caller's and joins it. */
public interface SessionRepository {

    /** Stores a new one; its id must be free. */
    void insert(StoredSession session);

    /** The session of that id. */
    Optional<StoredSession> find(String id);

    /** Notes that a session was used; nothing happens when it is gone. */
    void see(String id, Instant when);

    /** Puts another token behind a session; nothing happens when it is gone. */
    void replaceToken(String id, String token);

    /** Ends a session; nothing happens when it is gone. */
    void delete(String id);

    /**
     * Ends all that were used last before one moment or begun before another one.
     *
     * @return how many
     */
    int deleteUnused(Instant seenBefore, Instant begunBefore);
}
