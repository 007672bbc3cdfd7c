/**
 * The tasks API over HTTP, for administrators, and the documents that describe tasks. Enter at {@link
 * io.github.predella.tasks.rest.TasksResource}. The tasks of one image are served by {@code imports.rest}.
 *
 * <p>How tasks run is not known here.
 */
package io.github.predella.tasks.rest;
