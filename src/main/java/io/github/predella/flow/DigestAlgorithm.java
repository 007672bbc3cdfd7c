package io.github.predella.flow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * A digest by the name that the configuration and the API use for it.
 *
 * @param name the name in lower case, for example {@code sha512} or {@code sha3_256}
 */
public record DigestAlgorithm(String name) {

    private static final Map<String, String> JAVA_NAMES = Map.of(
            "md5", "MD5",
            "sha1", "SHA-1",
            "sha224", "SHA-224",
            "sha256", "SHA-256",
            "sha384", "SHA-384",
            "sha512", "SHA-512",
            "sha3_224", "SHA3-224",
            "sha3_256", "SHA3-256",
            "sha3_384", "SHA3-384",
            "sha3_512", "SHA3-512");

    /** The checksum that every image has beside its configurable digest; built from the table above. */
    public static final DigestAlgorithm MD5 = new DigestAlgorithm("md5");

    /** @throws IllegalArgumentException with a sentence for the operator when the algorithm is not offered */
    public DigestAlgorithm {
        if (!JAVA_NAMES.containsKey(name)) {
            throw new IllegalArgumentException("hashing algorithm '" + name + "' is not available; choose one of "
                    + JAVA_NAMES.keySet().stream().sorted().toList());
        }
    }

    /** Whether there is a digest of that name; not so for null. */
    public static boolean isOffered(String name) {
        return name != null && JAVA_NAMES.containsKey(name);
    }

    /** A fresh digest. */
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(JAVA_NAMES.get(name));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime lacks " + name, missing);
        }
    }

    /** How many hexadecimal digits a value of this algorithm has. */
    public int hexDigits() {
        return digest().getDigestLength() * 2;
    }
}
