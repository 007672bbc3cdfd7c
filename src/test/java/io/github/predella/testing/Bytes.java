package io.github.predella.testing;

import java.util.Random;

/** Byte arrays for tests: the same ones in every run. */
public final class Bytes {

    private Bytes() {}

    /** Noise of the given length; it contains no long stretch of zeros. */
    public static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
