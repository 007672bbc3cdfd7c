package io.github.predella.identity.embedded.db;

import io.github.predella.identity.embedded.TokenKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;

/** A row of the table {@code predella_token_keys}. */
@Entity
@Table(name = "predella_token_keys")
class TokenKeyRow {

    @Id
    int id;

    String secret;

    long created;

    static TokenKeyRow of(TokenKey key) {
        var row = new TokenKeyRow();
        row.id = key.id();
        row.secret = Base64.getEncoder().encodeToString(key.secret().getEncoded());
        row.created = key.created().toEpochMilli();
        return row;
    }

    TokenKey key() {
        return TokenKey.of(id, Base64.getDecoder().decode(secret), Instant.ofEpochMilli(created));
    }
}
