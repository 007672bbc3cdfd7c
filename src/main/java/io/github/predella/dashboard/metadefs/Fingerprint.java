package io.github.predella.dashboard.metadefs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether something is still what a form was filled with: the form carries the fingerprint along. */
final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint of a record, which is that of everything equal to it. */
    static String of(Record value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(value.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
