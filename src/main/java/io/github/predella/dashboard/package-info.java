/**
 * The frame of the dashboard at {@code /dashboard}: which address shows which page, who is logged in, texts in two
 * languages, what happens when something is refused. The pages themselves stand in the rooms below; they call the same
 * services as the API and never each other's.
 *
 * <p>Pages keep no state between requests (src/adr/0014): a page is its address, a form carries what it needs, and a
 * change is followed by a redirect. Enter at {@link io.github.predella.dashboard.Routes}.
 */
package io.github.predella.dashboard;
