package io.github.predella.identity.embedded.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table {@code predella_revocations}. */
@Entity
@Table(name = "predella_revocations")
class RevocationRow {

    @Id
    @Column(name = "audit_id")
    String auditId;

    long until;

    static RevocationRow of(String auditId, Instant until) {
        var row = new RevocationRow();
        row.auditId = auditId;
        row.until = until.toEpochMilli();
        return row;
    }
}
