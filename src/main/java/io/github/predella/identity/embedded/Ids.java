package io.github.predella.identity.embedded;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Ids as the Identity API writes them: 32 lower-case hexadecimal digits, which a token can carry in 16 bytes. */
public final class Ids {

    /** How many bytes an id has outside of text. */
    static final int BYTES = 16;

    private Ids() {}

    /** A new random id. */
    public static String fresh() {
        return HexFormat.of().formatHex(random(BYTES));
    }

    /** Whether a text is such an id. */
    static boolean isOne(String text) {
        return text.matches("[0-9a-f]{32}");
    }

    /** The same id for the same name, for the things every deployment has. */
    public static String wellKnown(String name) {
        var id = UUID.nameUUIDFromBytes(("predella:" + name).getBytes(StandardCharsets.UTF_8));
        return id.toString().replace("-", "");
    }

    /**
     * A random text of letters, digits, hyphens and underscores that holds so many random bytes. It does not begin with
     * a hyphen, since on a command line that would be the beginning of an option.
     */
    static String secret(int bytes) {
        var text = text(random(bytes));
        return text.startsWith("-") ? secret(bytes) : text;
    }

    static byte[] random(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
