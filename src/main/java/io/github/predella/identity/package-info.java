/**
 * Who is asking: the port behind which the identity service stands ({@link
 * io.github.predella.identity.TokenVerifier}), what a verified token says, and how that becomes the caller of a request.
 *
 * <p>No HTTP, no SQL and no knowledge of where tokens come from; that is the business of the rooms that implement the
 * port. Enter at {@link io.github.predella.identity.CallerLookup}.
 */
package io.github.predella.identity;
