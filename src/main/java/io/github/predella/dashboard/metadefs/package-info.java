/**
 * The catalogue of metadata definitions for people: its list, a namespace with all that is in it, forms for whoever may
 * change it, and files in and out. What may be done and what fits is decided by {@code metadefs}, as for the API.
 *
 * <p>Enter at {@link io.github.predella.dashboard.metadefs.NamespacesBean} and {@link
 * io.github.predella.dashboard.metadefs.NamespaceBean}.
 */
package io.github.predella.dashboard.metadefs;
