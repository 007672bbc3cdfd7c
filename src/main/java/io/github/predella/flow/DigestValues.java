package io.github.predella.flow;

/**
 * What was computed over a whole stream.
 *
 * @param checksum MD5 of the bytes, 32 lower-case hexadecimal digits
 * @param algorithm name of the second digest as the API shows it, for example {@code sha512}
 * @param value the second digest in lower-case hexadecimal digits
 */
public record DigestValues(String checksum, String algorithm, String value) {}
