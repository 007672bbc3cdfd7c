/**
 * The sessions of browsers: which token stands behind a cookie. A session is one row that every node reads, so that any
 * node can answer any request; its token is encrypted with a key that only the cookie knows.
 *
 * <p>No HTTP and no pages: who hands out the cookie and what it may be used for is decided in {@code rest} and {@code
 * dashboard}. Enter at {@link io.github.predella.sessions.SessionService}.
 */
package io.github.predella.sessions;
