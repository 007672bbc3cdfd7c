/**
 * Importing data over HTTP, and the tasks that do it. Enter at {@link
 * io.github.predella.imports.rest.ImportResource}.
 *
 * <p>No method of import is switched on yet, so requests are only read and refused.
 */
package io.github.predella.imports.rest;
