package io.github.predella.signatures;

/**
 * A certificate as work that goes on without its caller carries it along.
 *
 * @param id under which it was found
 * @param base64 its DER form
 */
public record NotedCertificate(String id, String base64) {}
