/**
 * The store that only reads: data on other people's web servers, whose URLs have been registered as locations. Where it
 * may connect to is the room fetch's business.
 *
 * <p>No other room imports this one; it is found through {@link io.github.predella.store.ObjectStoreProvider}. Enter at
 * {@link io.github.predella.store.http.HttpStore}.
 */
package io.github.predella.store.http;
