package io.github.predella.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The plugins in the jars of a directory. Each jar has a class loader of its own, so that the libraries of one do not
 * get in the way of another; all of them see the service's classes.
 */
final class PluginDirectory implements AutoCloseable {

    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final List<ImportPlugin> plugins = new ArrayList<>();

    private PluginDirectory() {}

    /**
     * Loads whatever is there.
     *
     * @param directory null for none
     * @throws IllegalArgumentException with a sentence for the operator
     */
    static PluginDirectory open(Path directory) {
        var opened = new PluginDirectory();
        if (directory == null) {
            return opened;
        }
        boolean complete = false;
        try (var jars = Files.newDirectoryStream(directory, "*.jar")) {
            var sorted = new ArrayList<Path>();
            jars.forEach(sorted::add);
            sorted.sort(null);
            sorted.forEach(opened::load);
            complete = true;
            return opened;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "plugin_directory " + directory + " cannot be read: " + unreadable, unreadable);
        } finally {
            if (!complete) {
                opened.close();
            }
        }
    }

    /** All plugins, in the order of the names of their jars. */
    List<ImportPlugin> plugins() {
        return List.copyOf(plugins);
    }

    private void load(Path jar) {
        var loader = new URLClassLoader(
                jar.getFileName().toString(), new URL[] {url(jar)}, ImportPlugin.class.getClassLoader());
        loaders.add(loader);
        int before = plugins.size();
        try {
            ServiceLoader.load(ImportPlugin.class, loader).stream()
                    .filter(provider -> provider.type().getClassLoader() == loader)
                    .forEach(provider -> plugins.add(provider.get()));
        } catch (ServiceConfigurationError | LinkageError unusable) {
            throw new IllegalArgumentException("the plugins of " + jar + " cannot be loaded: " + unusable, unusable);
        }
        if (plugins.size() == before) {
            throw new IllegalArgumentException(
                    jar + " names no plugin in META-INF/services/" + ImportPlugin.class.getName());
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException failure) {
                System.getLogger(PluginDirectory.class.getName())
                        .log(System.Logger.Level.DEBUG, "a jar of plugins is not closed", failure);
            }
        }
    }
}
