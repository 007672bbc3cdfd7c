package io.github.predella.testing;

import io.github.predella.data.UploadSession;
import io.github.predella.data.UploadSessions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Upload sessions in a map. */
public final class MemoryUploadSessions implements UploadSessions {

    private final SortedMap<String, UploadSession> sessions = new TreeMap<>();

    @Override
    public synchronized void begin(UploadSession session) {
        sessions.values().removeIf(other -> other.imageId().equals(session.imageId()));
        sessions.put(session.id(), session);
    }

    @Override
    public synchronized Optional<UploadSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    @Override
    public synchronized Optional<UploadSession> ofImage(String imageId) {
        return sessions.values().stream()
                .filter(session -> session.imageId().equals(imageId))
                .findFirst();
    }

    @Override
    public synchronized boolean advance(String id, long from, long to, Instant when) {
        var session = sessions.get(id);
        return session != null && session.received() == from && put(with(session, to, session.complete(), when));
    }

    @Override
    public synchronized boolean touch(String id, Instant when) {
        var session = sessions.get(id);
        return session != null && put(with(session, session.received(), session.complete(), when));
    }

    @Override
    public synchronized boolean complete(String id) {
        var session = sessions.get(id);
        return session != null
                && !session.complete()
                && put(with(session, session.received(), true, session.touchedAt()));
    }

    @Override
    public synchronized void importAsked(String id) {
        sessions.computeIfPresent(
                id,
                (key, session) -> new UploadSession(
                        id,
                        session.imageId(),
                        session.area(),
                        session.length(),
                        session.received(),
                        session.sums(),
                        session.caller(),
                        null,
                        session.complete(),
                        session.touchedAt()));
    }

    @Override
    public synchronized boolean remove(String id) {
        return sessions.remove(id) != null;
    }

    @Override
    public synchronized List<UploadSession> incomplete() {
        return sessions.values().stream()
                .filter(session -> !session.complete())
                .sorted(Comparator.comparing(UploadSession::touchedAt)
                        .reversed()
                        .thenComparing(UploadSession::id))
                .toList();
    }

    @Override
    public synchronized List<UploadSession> untouchedSince(Instant time) {
        return sessions.values().stream()
                .filter(session -> session.touchedAt().isBefore(time))
                .toList();
    }

    @Override
    public synchronized List<UploadSession> inArea(String area) {
        return sessions.values().stream()
                .filter(session -> session.area().equals(area))
                .toList();
    }

    private boolean put(UploadSession session) {
        sessions.put(session.id(), session);
        return true;
    }

    private static UploadSession with(UploadSession session, long received, boolean complete, Instant touched) {
        return new UploadSession(
                session.id(),
                session.imageId(),
                session.area(),
                session.length(),
                received,
                session.sums(),
                session.caller(),
                session.importRequest(),
                complete,
                touched);
    }
}
