package io.github.predella.data;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A piece of an upload, as its sender describes it.
 *
 * @param offset how many bytes of the whole come before it
 * @param length its bytes, empty when the sender does not say
 * @param checksum what its bytes are expected to have, empty when the sender does not say
 */
public record UploadPiece(long offset, OptionalLong length, Optional<Checksum> checksum) {

    /**
     * A checksum.
     *
     * @param algorithm a name that {@link io.github.predella.flow.DigestAlgorithm} knows
     * @param hex its value in lower-case hexadecimal digits
     */
    public record Checksum(String algorithm, String hex) {

        boolean isOf(MessageDigest computed) {
            return hex.equals(HexFormat.of().formatHex(computed.digest()));
        }
    }
}
