package io.github.predella.imports;

import java.io.IOException;

/**
 * Does something with the data of an import, or with the description of its image, before the data goes to the stores.
 * Operators name the plugins that are to run, in order, in {@code [image_import_opts] image_import_plugins}.
 *
 * <p>Plugins are found in two ways: as CDI beans, the service's own and those in jars that an operator adds to {@code
 * WEB-INF/lib}, and in the jars of {@code [predella] plugin_directory} through {@link java.util.ServiceLoader}, each jar
 * with a class loader of its own.
 *
 * <p>There is one instance of a plugin in a process, and several imports may be in it at the same time, each on a thread
 * of its own, so it keeps what belongs to one import in local variables. No transaction is open. A plugin touches
 * nothing of the service but what its {@link PluginRun} gives it; what it reaches elsewhere is its own affair.
 *
 * <p>Plugins run for all imports but those that copy an image from store to store.
 */
public interface ImportPlugin {

    /** The name in the configuration: lower-case letters, digits and {@code _}; no two plugins have the same. */
    String name();

    /**
     * Called once, when the service starts and the plugin is among those that are to run.
     *
     * @throws IllegalArgumentException with a sentence for the operator when it cannot work; the start ends with it
     */
    default void prepare() {}

    /**
     * Does the work. When it throws, the import fails: the image and the data that was imported are as they were, and
     * whatever this call has done elsewhere it has to take back itself.
     *
     * @throws io.github.predella.core.Fault with a sentence that whoever started the import reads on its task
     * @throws IOException likewise, unless the sentence names files of this machine; what else is thrown is logged and
     *     told in general words
     */
    void run(PluginRun run) throws IOException;

    /**
     * Takes back what {@link #run} has done elsewhere, because the import has failed later on. Files and descriptions
     * need nothing: they are forgotten with the import. Plugins are asked in the reverse order of their work; what this
     * throws is logged and stops nothing. It is not called when the process dies.
     */
    default void undo(PluginRun run) throws IOException {}
}
