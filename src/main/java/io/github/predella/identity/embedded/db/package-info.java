/**
 * The accounts in the tables {@code predella_users}, {@code predella_projects}, {@code predella_roles}, {@code
 * predella_grants}, {@code predella_application_credentials}, {@code predella_token_keys} and {@code
 * predella_revocations}.
 *
 * <p>Rows stay in this room; what leaves it are the records of the room above. No rule is decided here.
 */
package io.github.predella.identity.embedded.db;
