package io.github.predella.identity.embedded;

import java.time.Instant;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that tokens are signed with. All nodes share the keys through the database.
 *
 * @param id counts upwards from 1
 * @param secret the key itself; the text form of this record does not show it
 * @param created when it was made
 */
public record TokenKey(int id, SecretKey secret, Instant created) {

    static final String ALGORITHM = "HmacSHA256";

    private static final int BYTES = 32;

    static TokenKey fresh(int id, Instant now) {
        return of(id, Ids.random(BYTES), now);
    }

    /** A key from its stored bytes. */
    public static TokenKey of(int id, byte[] bytes, Instant created) {
        return new TokenKey(id, new SecretKeySpec(bytes, ALGORITHM), created);
    }

    @Override
    public String toString() {
        return "TokenKey[" + id + "]";
    }
}
