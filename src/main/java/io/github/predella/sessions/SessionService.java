package io.github.predella.sessions;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Begins, finds and ends sessions. Each method is one short transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class SessionService {

    /** How exactly it is known when a session was used last: a write a minute, not one a request. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private SessionRepository sessions;
    private SessionSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected SessionService() {}

    @Inject
    public SessionService(SessionRepository sessions, SessionSettings settings, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a session for whoever the token belongs to, under a key that was never used before. */
    public SessionKey begin(String token) {
        var key = SessionKey.fresh();
        var now = clock.instant();
        sessions.insert(new StoredSession(key.id(), key.seal(token), now, now));
        return key;
    }

    /** The token behind a session; nothing when it has ended. Counts as a use of it. */
    public Optional<String> token(SessionKey key) {
        var now = clock.instant();
        var session = sessions.find(key.id()).filter(found -> settings.allows(found, now));
        if (session.isPresent() && session.get().seen().plus(EXACTNESS).isBefore(now)) {
            sessions.see(key.id(), now);
        }
        return session.flatMap(found -> key.open(found.token()));
    }

    /** Puts another token of the same person behind a session. */
    public void replaceToken(SessionKey key, String token) {
        sessions.replaceToken(key.id(), key.seal(token));
    }

    /** Ends a session; nothing happens when it has ended already. */
    public void end(SessionKey key) {
        sessions.delete(key.id());
    }

    /**
     * Forgets the sessions that have ended by themselves.
     *
     * @return how many
     */
    public int forgetEnded() {
        var now = clock.instant();
        return sessions.deleteUnused(settings.unused(now), settings.old(now));
    }
}
