/**
 * Barbican as the place where certificates are kept: they are fetched over HTTP with the caller's token, so nobody gets
 * one that Barbican would not give him. Nothing is remembered. Other rooms meet these classes only through the port
 * {@link io.github.predella.signatures.Certificates}.
 */
package io.github.predella.signatures.barbican;
