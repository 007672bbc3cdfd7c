/**
 * The ledger of images in tables: rows that mirror the tables of the reference, and the adapters that turn them into
 * the records of {@code images} and back. Enter at {@link io.github.predella.images.db.JpaImageRepository}.
 *
 * <p>No rule about images lives here. Rows never leave this package.
 */
package io.github.predella.images.db;
