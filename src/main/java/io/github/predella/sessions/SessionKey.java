package io.github.predella.sessions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret in a browser's cookie. Everything else about a session is derived from it: the id under which it is stored
 * (from which the secret cannot be had), the key of the stored token, and the text that proves that a request comes from
 * one of our own pages. Immutable; safe for use by many threads.
 */
public final class SessionKey {

    /** The name of the cookie. */
    public static final String COOKIE = "predella_session";

    /** The header in which scripts bring a {@linkplain #proof() proof}. */
    public static final String PROOF = "X-CSRF-Token";

    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private SessionKey(byte[] secret) {
        this.secret = secret;
    }

    /** A key that nobody has had yet. */
    public static SessionKey fresh() {
        return new SessionKey(random(BYTES));
    }

    /** The key in the text of a cookie; nothing when the text is none of ours. */
    public static Optional<SessionKey> of(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == BYTES ? Optional.of(new SessionKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * The key among the cookies that a request brings.
     *
     * @param header the header {@code Cookie}, null when there is none
     */
    public static Optional<SessionKey> among(String header) {
        return header == null
                ? Optional.empty()
                : Stream.of(header.split(";", -1))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(COOKIE + "="))
                        .flatMap(cookie -> of(cookie.substring(COOKIE.length() + 1)).stream())
                        .findFirst();
    }

    /** The text for the cookie; whoever knows it has the session. */
    public String text() {
        return encoded(secret);
    }

    /** Under which id the session is stored: 64 hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(derived("id"));
    }

    /**
     * A proof for one page that it is ours. It looks different each time, so that what a compressed page weighs tells
     * nothing about it.
     */
    public String proof() {
        byte[] mask = random(BYTES);
        byte[] proof = Arrays.copyOf(mask, 2 * BYTES);
        byte[] expected = derived("proof");
        for (int i = 0; i < BYTES; i++) {
            proof[BYTES + i] = (byte) (mask[i] ^ expected[i]);
        }
        return encoded(proof);
    }

    /** Whether a text is one of this session's {@linkplain #proof() proofs}; false for null. */
    public boolean isProof(String text) {
        if (text == null) {
            return false;
        }
        try {
            byte[] proof = Base64.getUrlDecoder().decode(text);
            if (proof.length != 2 * BYTES) {
                return false;
            }
            byte[] claimed = new byte[BYTES];
            for (int i = 0; i < BYTES; i++) {
                claimed[i] = (byte) (proof[i] ^ proof[BYTES + i]);
            }
            return MessageDigest.isEqual(claimed, derived("proof"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Encrypts a text so that only this key opens it again. */
    String seal(String text) {
        byte[] nonce = random(NONCE);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("a text could not be encrypted"));
        return encoded(ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array());
    }

    /** The text behind a sealed one; nothing when it was sealed with another key or has been changed since. */
    Optional<String> open(String sealed) {
        byte[] bytes = Base64.getUrlDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(bytes, NONCE);
        return crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(bytes, NONCE, bytes.length))
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(derived("token"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(text));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] derived(String purpose) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + MAC, impossible);
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SessionKey[" + id().substring(0, 8) + "]";
    }
}
