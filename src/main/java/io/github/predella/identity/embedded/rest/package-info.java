/**
 * The Identity API v3 below {@code /identity}: resources, the JSON of requests and answers, and refusals in the form
 * identity clients read ({@code {"error": {"code", "message", "title"}}}).
 *
 * <p>No rule is decided here. Enter at {@link
 * io.github.predella.identity.embedded.rest.EmbeddedIdentityResources}, which lists what is served.
 */
package io.github.predella.identity.embedded.rest;
