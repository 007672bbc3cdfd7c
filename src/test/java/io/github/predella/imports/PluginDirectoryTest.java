package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.PluginJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginDirectoryTest {

    @TempDir
    private Path directory;

    private String refusal() {
        return assertThrows(IllegalArgumentException.class, () -> PluginDirectory.open(directory))
                .getMessage();
    }

    @Test
    void withoutADirectoryThereAreNone() {
        try (var plugins = PluginDirectory.open(null)) {
            assertEquals(List.of(), plugins.plugins());
        }
    }

    @Test
    void eachJarHasAClassLoaderOfItsOwn() throws IOException {
        PluginJars.build(directory.resolve("b.jar"), "Mirror", PluginJars.MIRROR, true);
        PluginJars.build(directory.resolve("a.jar"), "Stamp", PluginJars.STAMP, true);

        try (var plugins = PluginDirectory.open(directory)) {
            var found = plugins.plugins();

            assertEquals(
                    List.of("stamp", "mirror"),
                    found.stream().map(ImportPlugin::name).toList());
            assertNotEquals(
                    found.get(0).getClass().getClassLoader(),
                    found.get(1).getClass().getClassLoader());
        }
    }

    @Test
    void aJarWithoutAPluginIsNamed() throws IOException {
        PluginJars.build(directory.resolve("a.jar"), "Stamp", PluginJars.STAMP, false);

        assertEquals(
                directory.resolve("a.jar")
                        + " names no plugin in META-INF/services/io.github.predella.imports.ImportPlugin",
                refusal());
    }

    @Test
    void aJarThatPromisesTooMuchIsNamed() throws IOException {
        String broken = PluginJars.MIRROR.replace("public class Mirror", "public abstract class Mirror");
        PluginJars.build(directory.resolve("a.jar"), "Mirror", broken, true);

        assertTrue(refusal().startsWith("the plugins of " + directory.resolve("a.jar") + " cannot be loaded: "));
    }

    @Test
    void aFileThatIsNoJarIsNamed() throws IOException {
        Files.writeString(directory.resolve("a.jar"), "no jar");

        assertTrue(refusal().contains("a.jar"), this::refusal);
    }

    @Test
    void aMissingDirectoryIsNamed() {
        directory = directory.resolve("missing");

        assertTrue(refusal().startsWith("plugin_directory " + directory + " cannot be read"), this::refusal);
    }
}
