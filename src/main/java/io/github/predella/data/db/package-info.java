/**
 * The notes about staged data and resumable uploads in tables of our own. Enter at {@link
 * io.github.predella.data.db.JpaStagingNotes}.
 *
 * <p>No rule about data lives here.
 */
package io.github.predella.data.db;
