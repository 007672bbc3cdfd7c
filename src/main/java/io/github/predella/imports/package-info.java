/**
 * Bringing data into images by work that goes on after its request: staged data, data from the web, copies of copies.
 * {@link io.github.predella.imports.ImportService} takes requests, {@link io.github.predella.imports.ImportWork} does
 * what they ask for, {@link io.github.predella.imports.ImportFlow} is the order of its steps.
 *
 * <p>What a task is, and who runs it when, is the business of the room {@code tasks}.
 */
package io.github.predella.imports;
