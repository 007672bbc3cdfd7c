package io.github.predella.identity;

/**
 * Where clients of this service get their tokens.
 *
 * @param embedded whether that is the built-in identity service
 * @param address of the identity service for refusals; null for the built-in one beside this service
 */
public record IdentityPlace(boolean embedded, String address) {}
