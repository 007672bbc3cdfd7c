package io.github.predella.cache;

import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.DigestValues;
import io.github.predella.flow.Digests;

/**
 * What the data of an image has to be.
 *
 * @param size in bytes, null when unknown
 * @param checksum MD5 in lower-case hex, null when unknown
 * @param algorithm name of the second digest, null when there is none
 * @param hash the second digest in lower-case hex, null when unknown
 */
public record CachedContent(Long size, String checksum, String algorithm, String hash) {

    /** Whether a copy could be told from something else, and is worth its while. */
    public boolean isVerifiable() {
        return size != null && size > 0 && (checksum != null || hasHash());
    }

    private boolean hasHash() {
        return hash != null && DigestAlgorithm.isOffered(algorithm);
    }

    /** A stage that computes what {@link #isMetBy} wants to know. */
    Digests digests() {
        return Digests.inline(hasHash() ? new DigestAlgorithm(algorithm) : DigestAlgorithm.MD5);
    }

    /** Whether data of the right size with these digests is this; each sum that is known has to fit. */
    boolean isMetBy(DigestValues values) {
        return (checksum == null || checksum.equals(values.checksum())) && (!hasHash() || hash.equals(values.value()));
    }
}
