package io.github.predella.config;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/**
 * Private keys in the forms that tools write: PKCS #8, which Java reads, and the older ones of RSA and elliptic curves,
 * which lack only the wrapping that says what they are.
 */
public final class PemKey {

    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    private static final byte[] ELLIPTIC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};
    private static final byte[] VERSION = {0x02, 0x01, 0x00};
    private static final int SEQUENCE = 0x30;
    private static final int NUMBER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xa0;
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PemKey() {}

    /**
     * The first private key of a file.
     *
     * @throws IllegalArgumentException with a sentence for the operator when there is none that can be used
     */
    public static PrivateKey read(Path file) {
        for (PemFile.Block block : PemFile.read(file)) {
            var wrapped = wrapped(block, file);
            if (wrapped.isPresent()) {
                return key(wrapped.get())
                        .orElseThrow(
                                () -> new IllegalArgumentException(file + " holds a key of a kind that is not known"));
            }
        }
        throw new IllegalArgumentException(file + " holds no private key that is not encrypted, in PEM form");
    }

    private static Optional<byte[]> wrapped(PemFile.Block block, Path file) {
        try {
            return switch (block.label()) {
                case "PRIVATE KEY" -> Optional.of(block.bytes());
                case "RSA PRIVATE KEY" -> Optional.of(wrap(RSA, block.bytes()));
                case "EC PRIVATE KEY" -> Optional.of(wrapElliptic(block.bytes()));
                default -> Optional.empty();
            };
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            throw new IllegalArgumentException(file + " is damaged", damaged);
        }
    }

    private static Optional<PrivateKey> key(byte[] wrapped) {
        for (String algorithm : ALGORITHMS) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(wrapped)));
            } catch (GeneralSecurityException another) {
                // Java says nothing about the kind of a key before it is asked for the right one.
            }
        }
        return Optional.empty();
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, VERSION, algorithm, element(OCTETS, key));
    }

    /** The name of the curve stands in the key; Java wants it outside only. */
    private static byte[] wrapElliptic(byte[] key) {
        var sequence = ByteBuffer.wrap(next(ByteBuffer.wrap(key), SEQUENCE));
        byte[] version = element(NUMBER, next(sequence, NUMBER));
        byte[] number = element(OCTETS, next(sequence, OCTETS));
        byte[] curve = next(sequence, CURVE);
        return wrap(element(SEQUENCE, ELLIPTIC, curve), element(SEQUENCE, version, number));
    }

    private static byte[] next(ByteBuffer elements, int tag) {
        if (Byte.toUnsignedInt(elements.get()) != tag) {
            throw new IllegalArgumentException("another element was expected");
        }
        int length = Byte.toUnsignedInt(elements.get());
        if (length > 0x80) {
            int bytes = length - 0x80;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | Byte.toUnsignedInt(elements.get());
            }
        }
        if (length < 0 || length > elements.remaining()) {
            throw new IllegalArgumentException("an element is cut off");
        }
        var content = new byte[length];
        elements.get(content);
        return content;
    }

    private static byte[] element(int tag, byte[]... contents) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        var element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length < 0x80) {
            element.write(length);
        } else {
            element.write(0x82);
            element.write(length >> 8);
            element.write(length);
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}
