/**
 * Property protections: which callers may create, read, update and delete which custom properties of images.
 *
 * <p>Ask {@link io.github.predella.protect.PropertyProtections}; it is built once at the start from the operator's
 * {@link io.github.predella.protect.ProtectionFile}. Base attributes and tags are never a matter for this room, nor is
 * what happens to a property that a caller may not see.
 */
package io.github.predella.protect;
