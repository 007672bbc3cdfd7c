/**
 * The catalogue of metadata definitions over HTTP, and the documents that describe it. Enter at {@link
 * io.github.predella.metadefs.rest.NamespacesResource}.
 *
 * <p>What a definition may say is not known here.
 */
package io.github.predella.metadefs.rest;
