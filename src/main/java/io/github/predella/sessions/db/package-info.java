/** Sessions in the table {@code predella_sessions}. */
package io.github.predella.sessions.db;
