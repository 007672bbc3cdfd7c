package io.github.predella.identity.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords and application credential secrets with Argon2id (RFC 9106), so that a stolen database does not give
 * them away. One hash takes about 20 MB of memory and some tens of milliseconds of one core, which is why callers go
 * through {@link HashingGate}.
 *
 * <p>The hash is kept in the usual text form {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}, so that stronger parameters
 * can be chosen later: old hashes go on working and {@link #outdated} tells when to renew them. Without state; safe for
 * use by many threads.
 */
public final class PasswordHash {

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern TEXT = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final int memoryKib;
    private final int iterations;

    public PasswordHash() {
        this(MEMORY_KIB, ITERATIONS);
    }

    PasswordHash(int memoryKib, int iterations) {
        this.memoryKib = memoryKib;
        this.iterations = iterations;
    }

    /** The hash of a password, with a new salt. */
    public String hash(String password) {
        var salt = Ids.random(SALT_BYTES);
        var hash = argon2(password, salt, new int[] {memoryKib, iterations, PARALLELISM}, HASH_BYTES);
        var base64 = Base64.getEncoder().withoutPadding();
        return head() + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /**
     * Whether a password has this hash. Takes the same time for a right and a wrong one.
     *
     * @param hash a stored hash; null or one that cannot be read fits no password, and takes as long as any other
     */
    public boolean matches(String password, String hash) {
        var parts = hash == null ? null : TEXT.matcher(hash);
        if (parts == null || !parts.matches()) {
            hash(password);
            return false;
        }
        var expected = Base64.getDecoder().decode(parts.group(5));
        var salt = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(expected, argon2(password, salt, parameters(parts), expected.length));
    }

    /** Whether a stored hash was made with other parameters than new ones are. */
    public boolean outdated(String hash) {
        return !hash.startsWith(head());
    }

    private String head() {
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=" + PARALLELISM + "$";
    }

    private static int[] parameters(Matcher parts) {
        return new int[] {
            Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))
        };
    }

    private static byte[] argon2(String password, byte[] salt, int[] parameters, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(parameters[0])
                .withIterations(parameters[1])
                .withParallelism(parameters[2])
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
