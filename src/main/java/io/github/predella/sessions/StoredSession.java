package io.github.predella.sessions;

import java.time.Instant;

/**
 * A session as it is stored.
 *
 * @param id from its {@linkplain SessionKey#id() key}
 * @param token the token behind it, sealed with that key
 * @param begun when its user logged in
 * @param seen when it was used last, give or take a minute
 */
public record StoredSession(String id, String token, Instant begun, Instant seen) {}
