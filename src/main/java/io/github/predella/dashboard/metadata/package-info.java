/**
 * What people say about an image: the form for its name and the like, and the editor of its custom properties, which
 * offers what metadata definitions describe. Both send exactly what was changed, and neither overwrites what somebody else has changed
 * meanwhile.
 *
 * <p>Enter at {@link io.github.predella.dashboard.metadata.EditBean} and {@link
 * io.github.predella.dashboard.metadata.MetadataBean}.
 */
package io.github.predella.dashboard.metadata;
