/**
 * The images, tags, members and actions of the Image API v2 over HTTP: resource classes, the wire form of the records
 * and the language of the list's parameters. Enter at {@link io.github.predella.images.rest.ImagesResource}.
 *
 * <p>No rule about images lives here; data is served by {@code data.rest}.
 */
package io.github.predella.images.rest;
