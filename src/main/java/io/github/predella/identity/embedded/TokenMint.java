package io.github.predella.identity.embedded;

import io.github.predella.identity.embedded.TokenFacts.Method;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import javax.crypto.Mac;

/**
 * Writes facts into tokens and reads them back. A token is URL-safe base64 without padding of a fixed layout: version,
 * key id, methods, scope, ids, times, and an HMAC-SHA256 (RFC 2104) over all of it; 180 characters in all. It is signed,
 * not encrypted: it holds ids and times, no names and no secrets.
 *
 * <p>Without state; safe for use by many threads.
 */
final class TokenMint {

    /** How long the text of a token is, in characters. */
    static final int LENGTH = 180;

    private static final byte VERSION = 1;
    private static final int MAC_BYTES = 32;
    private static final int FACT_BYTES = 103;
    private static final byte[] NOTHING = new byte[Ids.BYTES];
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    /**
     * The text of a token.
     *
     * @param facts with ids of 32 hexadecimal digits
     * @param key what to sign with
     */
    String seal(TokenFacts facts, TokenKey key) {
        var bytes = ByteBuffer.allocate(FACT_BYTES + MAC_BYTES);
        bytes.put(VERSION).putInt(key.id()).put(methodBits(facts.methods()));
        bytes.put(scopeCode(facts.scope()));
        bytes.put(id(facts.user())).put(scopeId(facts.scope()));
        bytes.putLong(facts.issued().toEpochMilli()).putLong(facts.expires().toEpochMilli());
        bytes.put(DECODER.decode(facts.auditId()));
        bytes.put(facts.parentAuditId() == null ? NOTHING : DECODER.decode(facts.parentAuditId()));
        bytes.put(id(facts.credential()));
        bytes.put(mac(bytes.array(), key));
        return Ids.text(bytes.array());
    }

    /**
     * What a token says, when it is one of ours and was not altered. Expiry and revocation are the caller's business.
     *
     * @param text any text
     * @param keys finds a key by its id; null when there is none
     */
    Optional<TokenFacts> open(String text, IntFunction<TokenKey> keys) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = DECODER.decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION) {
            return Optional.empty();
        }
        var key = keys.apply(in.getInt());
        return key == null || !genuine(bytes, key) ? Optional.empty() : Optional.of(read(in));
    }

    private static TokenFacts read(ByteBuffer in) {
        var methods = methods(in.get());
        var code = in.get();
        var user = id(in);
        var target = id(in);
        return new TokenFacts(
                user,
                scope(code, target),
                methods,
                Instant.ofEpochMilli(in.getLong()),
                Instant.ofEpochMilli(in.getLong()),
                auditId(in),
                auditId(in),
                id(in));
    }

    private static boolean genuine(byte[] bytes, TokenKey key) {
        var given = new byte[MAC_BYTES];
        System.arraycopy(bytes, FACT_BYTES, given, 0, MAC_BYTES);
        return MessageDigest.isEqual(given, mac(bytes, key));
    }

    private static byte[] mac(byte[] bytes, TokenKey key) {
        try {
            var mac = Mac.getInstance(TokenKey.ALGORITHM);
            mac.init(key.secret());
            mac.update(bytes, 0, FACT_BYTES);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + TokenKey.ALGORITHM, impossible);
        }
    }

    private static byte methodBits(Set<Method> methods) {
        return (byte) methods.stream().mapToInt(Method::bit).sum();
    }

    private static Set<Method> methods(byte bits) {
        var methods = EnumSet.noneOf(Method.class);
        for (var method : Method.values()) {
            if ((bits & method.bit()) != 0) {
                methods.add(method);
            }
        }
        return methods;
    }

    private static byte[] scopeId(Scope scope) {
        return scope == null || scope.kind() != Scope.Kind.PROJECT ? NOTHING : id(scope.target());
    }

    private static byte scopeCode(Scope scope) {
        if (scope == null) {
            return 0;
        }
        return switch (scope.kind()) {
            case PROJECT -> 1;
            case DOMAIN -> 2;
            case SYSTEM -> 3;
        };
    }

    private static Scope scope(byte code, String target) {
        return switch (code) {
            case 1 -> Scope.project(target);
            case 2 -> Scope.DOMAIN;
            case 3 -> Scope.SYSTEM;
            default -> null;
        };
    }

    private static byte[] id(String id) {
        return id == null ? NOTHING : HexFormat.of().parseHex(id);
    }

    private static String id(ByteBuffer in) {
        var bytes = next(in);
        return MessageDigest.isEqual(bytes, NOTHING) ? null : HexFormat.of().formatHex(bytes);
    }

    private static String auditId(ByteBuffer in) {
        var bytes = next(in);
        return MessageDigest.isEqual(bytes, NOTHING) ? null : Ids.text(bytes);
    }

    private static byte[] next(ByteBuffer in) {
        var bytes = new byte[Ids.BYTES];
        in.get(bytes);
        return bytes;
    }
}
