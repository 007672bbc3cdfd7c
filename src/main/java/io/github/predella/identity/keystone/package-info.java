/**
 * Keystone as the identity service: tokens, logins, names of projects and limits are asked of it over HTTP, and what it
 * answers is remembered for a while.
 *
 * <p>Nothing here is asked inside a transaction that could wait for it. Other rooms meet these classes only through the
 * ports of {@link io.github.predella.identity} and {@link io.github.predella.quota}; {@code boot} chooses between them and
 * the built-in identity service. Enter at {@link io.github.predella.identity.keystone.KeystoneVerifier}, and at {@code
 * src/adr/0016} for the reasons.
 */
package io.github.predella.identity.keystone;
