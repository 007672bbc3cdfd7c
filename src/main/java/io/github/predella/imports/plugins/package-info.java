/**
 * The plugins of imports that the service brings along: for descriptions ({@link
 * io.github.predella.imports.plugins.MetadataInjection}), compressed data ({@link
 * io.github.predella.imports.plugins.Decompression}) and other disk formats ({@link
 * io.github.predella.imports.plugins.Conversion}).
 *
 * <p>They use what {@link io.github.predella.imports.PluginRun} gives them and nothing else of the service, as plugins of
 * operators do. Nobody imports this room.
 */
package io.github.predella.imports.plugins;
