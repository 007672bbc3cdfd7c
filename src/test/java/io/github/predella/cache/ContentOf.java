package io.github.predella.cache;

import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What images with given bytes have to be. */
public final class ContentOf {

    private ContentOf() {}

    /** With checksum and SHA-512. */
    public static CachedContent bytes(byte[] data) {
        try (var digests = Digests.inline(new DigestAlgorithm("sha512"))) {
            digests.accept(data, 0, data.length);
            digests.finish();
            var values = digests.values();
            return new CachedContent((long) data.length, values.checksum(), values.algorithm(), values.value());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
