/**
 * The command {@code predella}: what an operator does with the configuration, the database and the accounts while no
 * request is served. Every command works on its own, whether the service runs or not; only {@code
 * cache} speaks to a node that runs, by its API, since what a cache holds is that process's business.
 *
 * <p>Nothing is decided here about tables, settings or accounts: commands call the rooms that do, say what happened, and
 * end with a status. Enter at {@link io.github.predella.cli.Commands}.
 */
package io.github.predella.cli;
