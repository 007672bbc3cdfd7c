package io.github.predella.images;

/**
 * An image has been deleted, and the record says so already. Told after the transaction, so that rooms above can let go
 * of what they keep for it; whoever listens must not fail.
 *
 * @param image as it was before
 */
public record ImageDeleted(Image image) {}
