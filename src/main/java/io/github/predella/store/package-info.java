/**
 * Where the bytes of images are kept: the contract of a store ({@link io.github.predella.store.ObjectStore}), the
 * optional abilities a store may have beyond it, and the list of the configured stores ({@link
 * io.github.predella.store.StoreRegistry}).
 *
 * <p>Stores know objects and locations; they know neither images nor callers. Each kind of store has a room of its own
 * next to this one. Enter at {@link io.github.predella.store.ObjectStore}.
 */
package io.github.predella.store;
