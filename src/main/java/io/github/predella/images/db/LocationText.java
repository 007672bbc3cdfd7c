package io.github.predella.images.db;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the addresses of data stand in their column: as they are, or encrypted by the operator's key in the reference's own
 * form, base64url of a random block and of AES-CBC over the address, a zero byte and random bytes up to the block. Rows
 * without encryption are read with a key, too: no encrypted text has the colon that every address has. Immutable.
 */
public final class LocationText {

    /** Addresses stand as they are. */
    public static final LocationText PLAIN = new LocationText(null);

    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private LocationText(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Addresses are encrypted.
     *
     * @param key 16, 24 or 32 bytes
     */
    public static LocationText encryptedBy(byte[] key) {
        return new LocationText(new SecretKeySpec(key, "AES"));
    }

    /** What is written for an address. */
    String stored(String url) {
        if (key == null) {
            return url;
        }
        byte[] start = new byte[BLOCK];
        RANDOM.nextBytes(start);
        byte[] secret = run(Cipher.ENCRYPT_MODE, start, padded(url.getBytes(StandardCharsets.UTF_8)), 0);
        byte[] all = Arrays.copyOf(start, BLOCK + secret.length);
        System.arraycopy(secret, 0, all, BLOCK, secret.length);
        return Base64.getUrlEncoder().encodeToString(all);
    }

    /**
     * The address in a row.
     *
     * @throws IllegalStateException when it was encrypted by another key
     */
    String url(String stored) {
        if (key == null || stored.indexOf(':') >= 0) {
            return stored;
        }
        byte[] all = decoded(stored);
        if (all.length < 2 * BLOCK || all.length % BLOCK != 0) {
            throw unreadable();
        }
        byte[] text = run(Cipher.DECRYPT_MODE, Arrays.copyOf(all, BLOCK), all, BLOCK);
        int end = text.length - 1;
        while (end >= 0 && text[end] != 0) {
            end--;
        }
        String url = end < 0 ? "" : new String(text, 0, end, StandardCharsets.UTF_8);
        if (url.indexOf(':') < 0) {
            throw unreadable();
        }
        return url;
    }

    private static byte[] padded(byte[] url) {
        byte[] padded = Arrays.copyOf(url, (url.length / BLOCK + 1) * BLOCK);
        for (int i = url.length + 1; i < padded.length; i++) {
            padded[i] = (byte) (1 + RANDOM.nextInt(0xFF));
        }
        return padded;
    }

    private byte[] run(int mode, byte[] start, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(start));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decoded(String stored) {
        try {
            return Base64.getUrlDecoder().decode(stored);
        } catch (IllegalArgumentException notEncrypted) {
            throw unreadable();
        }
    }

    private static IllegalStateException unreadable() {
        return new IllegalStateException(
                "an address of data cannot be read: [DEFAULT] metadata_encryption_key is not the key it was written with");
    }
}
