/**
 * The database kit: which database it is ({@link io.github.predella.db.Dialect}), how it is reached ({@link
 * io.github.predella.db.DatabaseAddress}, {@link io.github.predella.db.SettingsDataSource}) and how its tables come to
 * be ({@link io.github.predella.db.Migrator}). Calls of services that lose against another transaction are tried again
 * here ({@link io.github.predella.db.ContentionRetry}).
 *
 * <p>No table of any feature is known here; rows and queries live in the feature's own {@code db} room.
 */
package io.github.predella.db;
