package io.github.predella.imports;

import io.github.predella.config.Setting;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/**
 * Which plugins take part in imports.
 *
 * @param plugins their names, in the order in which they run
 * @param directory where jars with further plugins are, or null
 */
public record PluginSettings(
        @Setting(
                key = "image_import_opts.image_import_plugins",
                fallback = "[]",
                says = "what imported data passes through, in order, a list in brackets: no_op, inject_image_metadata,"
                        + " image_decompression, ovf_process, introspect, image_conversion, plugins of your own")
        List<String> plugins,

        @Setting(
                key = "predella.plugin_directory",
                says = "directory with jars that hold plugins of your own, absolute or in the configuration directory")
        Path directory) {

    public PluginSettings {
        plugins = List.copyOf(plugins);
        if (new HashSet<>(plugins).size() < plugins.size()) {
            throw new IllegalArgumentException("image_import_plugins names a plugin twice");
        }
    }
}
