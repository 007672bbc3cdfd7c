/** The data of images over HTTP. Enter at {@link io.github.predella.data.rest.ImageFileResource}. */
package io.github.predella.data.rest;
