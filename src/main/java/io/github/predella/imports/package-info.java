/**
 * Bringing data into images by work that goes on after its request: staged data, data from the web, images of other regions, further copies.
 * {@link io.github.predella.imports.ImportService} takes requests, {@link io.github.predella.imports.ImportWork} does
 * what they ask for, {@link io.github.predella.imports.ImportFlow} is the order of its steps, and {@link
 * io.github.predella.imports.ImportPlugin} what operators may put between them. Data that stays where it is comes in by
 * {@link io.github.predella.imports.LocationImportService}.
 *
 * <p>What a task is, and who runs it when, is the business of the room {@code tasks}.
 */
package io.github.predella.imports;
