package io.github.predella.images;

import io.github.predella.config.Secret;
import io.github.predella.config.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Whether the addresses of data are encrypted in the database.
 *
 * @param key of 16, 24 or 32 bytes, null for none
 */
public record LocationKeySettings(
        @Setting(
                key = "DEFAULT.metadata_encryption_key",
                says = "16, 24 or 32 characters; encrypts the places of data in the database, as the reference does")
        Secret key) {

    private static final Set<Integer> LENGTHS = Set.of(16, 24, 32);

    public LocationKeySettings {
        if (key != null && !LENGTHS.contains(bytes(key).length)) {
            throw new IllegalArgumentException("[DEFAULT] metadata_encryption_key must have 16, 24 or 32 characters");
        }
    }

    /** The key itself, a new array each time; there must be one. */
    public byte[] bytes() {
        return bytes(key);
    }

    private static byte[] bytes(Secret key) {
        return key.value().getBytes(StandardCharsets.UTF_8);
    }
}
