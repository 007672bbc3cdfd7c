/**
 * Signatures of images: what the four {@code img_signature} properties claim, the certificates they refer to, and
 * whether data bears the claim out. Enter at {@link io.github.predella.signatures.Signatures}.
 *
 * <p>Nothing here sees the data, only a digest of it; who computes that, and what becomes of an image, is the business
 * of the rooms {@code data} and {@code imports}. Where certificates are kept is behind the port {@link
 * io.github.predella.signatures.Certificates}. Reasons are in {@code src/adr/0026}.
 */
package io.github.predella.signatures;
