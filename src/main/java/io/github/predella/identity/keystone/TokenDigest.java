package io.github.predella.identity.keystone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a token is remembered by, so that no memory image holds tokens of users who have long gone. */
final class TokenDigest {

    private TokenDigest() {}

    /** @param ended whether the answer is one about a token that may have ended */
    static String of(String token, boolean ended) {
        return (ended ? "ended " : "") + of(token);
    }

    static String of(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
