package io.github.predella.sessions.db;

import io.github.predella.sessions.StoredSession;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table {@code predella_sessions}. */
@Entity
@Table(name = "predella_sessions")
class SessionRow {

    @Id
    String id;

    String token;

    @Column(name = "begun_at")
    long begun;

    @Column(name = "seen_at")
    long seen;

    static SessionRow of(StoredSession session) {
        var row = new SessionRow();
        row.id = session.id();
        row.token = session.token();
        row.begun = session.begun().toEpochMilli();
        row.seen = session.seen().toEpochMilli();
        return row;
    }

    StoredSession session() {
        return new StoredSession(id, token, Instant.ofEpochMilli(begun), Instant.ofEpochMilli(seen));
    }
}
