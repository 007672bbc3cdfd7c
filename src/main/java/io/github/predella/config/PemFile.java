package io.github.predella.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A file of blocks between {@code BEGIN} and {@code END} lines, as certificates and keys come in. */
public final class PemFile {

    private static final long LARGEST = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private PemFile() {}

    /**
     * A block of a file.
     *
     * @param label what it says to be
     * @param text its content in base 64, which can be read; the text form of this record does not show it
     */
    record Block(String label, String text) {

        byte[] bytes() {
            return Base64.getMimeDecoder().decode(text);
        }

        @Override
        public String toString() {
            return "Block[" + label + "]";
        }
    }

    /**
     * The certificates of a file, in order.
     *
     * @throws IllegalArgumentException with a sentence for the operator when there is none, or one is damaged
     */
    public static List<X509Certificate> certificates(Path file) {
        var certificates = new ArrayList<X509Certificate>();
        try {
            var factory = CertificateFactory.getInstance("X.509");
            for (Block block : read(file)) {
                if (block.label().equals("CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
                }
            }
        } catch (CertificateException damaged) {
            throw new IllegalArgumentException(file + " is damaged", damaged);
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no certificate in PEM form");
        }
        return certificates;
    }

    /**
     * The blocks of a file, in order; what stands between them is left out.
     *
     * @throws IllegalArgumentException when the file cannot be read or is no such file
     */
    static List<Block> read(Path file) {
        String text;
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(file + " is too large for a certificate or a key");
            }
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new IllegalArgumentException(file + " cannot be read: " + failure, failure);
        }
        var blocks = new ArrayList<Block>();
        var matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            var block = new Block(matcher.group(1), matcher.group(2));
            try {
                block.bytes();
            } catch (IllegalArgumentException damaged) {
                throw new IllegalArgumentException(file + " is damaged", damaged);
            }
            blocks.add(block);
        }
        return List.copyOf(blocks);
    }
}
