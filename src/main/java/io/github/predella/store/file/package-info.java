/**
 * The store on local or mounted directories. Objects are plain files named like the image, written beside their place
 * under a hidden name, made durable, and then put in place in one step.
 *
 * <p>No other room imports this one; it is found through {@link io.github.predella.store.ObjectStoreProvider}. Enter at
 * {@link io.github.predella.store.file.FileStore}.
 */
package io.github.predella.store.file;
