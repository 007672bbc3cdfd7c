package io.github.predella.testing;

import io.github.predella.sessions.SessionRepository;
import io.github.predella.sessions.StoredSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sessions in a map. */
public final class MemorySessions implements SessionRepository {

    private final Map<String, StoredSession> sessions = new HashMap<>();

    @Override
    public void insert(StoredSession session) {
        sessions.put(session.id(), session);
    }

    @Override
    public Optional<StoredSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    @Override
    public void see(String id, Instant when) {
        change(id, session -> new StoredSession(id, session.token(), session.begun(), when));
    }

    @Override
    public void replaceToken(String id, String token) {
        change(id, session -> new StoredSession(id, token, session.begun(), session.seen()));
    }

    private void change(String id, UnaryOperator<StoredSession> change) {
        sessions.computeIfPresent(id, (known, session) -> change.apply(session));
    }

    @Override
    public void delete(String id) {
        sessions.remove(id);
    }

    @Override
    public int deleteUnused(Instant seenBefore, Instant begunBefore) {
        int before = sessions.size();
        sessions.values()
                .removeIf(session ->
                        session.seen().isBefore(seenBefore) || session.begun().isBefore(begunBefore));
        return before - sessions.size();
    }
}
