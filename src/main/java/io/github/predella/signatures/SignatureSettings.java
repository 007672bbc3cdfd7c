package io.github.predella.signatures;

import io.github.predella.config.Setting;
import java.nio.file.Path;

/**
 * Whose signatures count.
 *
 * @param certificateDirectory where certificates are kept as files; null for nowhere
 * @param trusted file with the authorities that signers must be certified by; null when anybody may be a signer
 */
public record SignatureSettings(
        @Setting(
                key = "predella.certificate_directory",
                says = "directory with certificates of signed images, as <UUID>.pem, .crt or .der")
        Path certificateDirectory,

        @Setting(
                key = "predella.trusted_certificates",
                says =
                        "certificates (PEM) by which, or by whose holders, the certificates of signed images must be issued;"
                                + " not set: any certificate will do")
        Path trusted) {}
