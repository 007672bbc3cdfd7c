/**
 * The catalogue of metadata definitions: which properties images and other resources may carry, what they mean and
 * which values they take. Enter at {@link io.github.predella.metadefs.NamespaceService} for namespaces and at {@link
 * io.github.predella.metadefs.PartService} for what is in them.
 *
 * <p>The catalogue describes properties, and the API never checks those of an image; pages that help people do so by
 * {@link io.github.predella.metadefs.ValueRule}. Rows live in {@code metadefs.db}, HTTP in
 * {@code metadefs.rest}.
 */
package io.github.predella.metadefs;
