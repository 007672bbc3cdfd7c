/**
 * Fetching over HTTP from addresses that somebody else has named. What may be fetched is decided before a connection is
 * made, by the text of the URL ({@link io.github.predella.fetch.UrlRule}) and by every address behind its name ({@link
 * io.github.predella.fetch.AddressRule}); the connection then goes to exactly the addresses that were checked, and each
 * redirect is a new URL that has to pass again. {@link io.github.predella.fetch.BoundedBody} is for servers that the
 * operator has named, which need no such checks.
 *
 * <p>Plain Java over a client library, without beans. What is done with the bytes is the caller's business. Enter at
 * {@link io.github.predella.fetch.Fetcher}.
 */
package io.github.predella.fetch;
