package io.github.predella.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Plugins of imports as an operator would build them: compiled against the service's classes, in jars of their own. */
public final class PluginJars {

    /** Writes the data of images that want it backwards. */
    public static final String MIRROR = """
            package example;

            import io.github.predella.imports.ImportPlugin;
            import io.github.predella.imports.PluginRun;
            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.Path;

            public class Mirror implements ImportPlugin {

                @Override
                public String name() {
                    return "mirror";
                }

                @Override
                public void run(PluginRun run) throws IOException {
                    if (!"yes".equals(run.image().details().properties().get("mirror"))) {
                        return;
                    }
                    byte[] data = Files.readAllBytes(run.file());
                    byte[] mirrored = new byte[data.length];
                    for (int i = 0; i < data.length; i++) {
                        mirrored[i] = data[data.length - 1 - i];
                    }
                    Path made = run.newFile();
                    Files.write(made, mirrored);
                    run.replace(made);
                    run.describe(details -> details.edit().property("mirror", "done").done());
                    run.say("mirrored");
                }
            }
            """;

    /** A bean of the container. Notes who imports, and refuses the data of images that are called so. */
    public static final String STAMP = """
            package example;

            import io.github.predella.core.Fault;
            import io.github.predella.imports.ImportPlugin;
            import io.github.predella.imports.PluginRun;
            import jakarta.enterprise.context.ApplicationScoped;
            import java.util.TreeSet;

            @ApplicationScoped
            public class Stamp implements ImportPlugin {

                @Override
                public String name() {
                    return "stamp";
                }

                @Override
                public void run(PluginRun run) {
                    if ("refused".equals(run.image().details().name())) {
                        throw Fault.invalid("The stamp does not like it.");
                    }
                    String roles = String.join(" ", new TreeSet<>(run.roles()));
                    run.describe(details -> details.edit().property("imported_by", roles).done());
                }
            }
            """;

    private PluginJars() {}

    /**
     * Compiles one class of the package {@code example} into a jar.
     *
     * @param name of the class
     * @param service whether the jar names it for service loaders
     */
    public static Path build(Path jar, String name, String source, boolean service) throws IOException {
        Path home = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "build");
        Path file = Files.writeString(home.resolve(name + ".java"), source);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        null,
                        "-proc:none",
                        "-cp",
                        "target/classes" + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        "-d",
                        home.toString(),
                        file.toString());
        if (status != 0) {
            throw new IOException(name + " is not compiled");
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, "example/" + name + ".class", Files.readAllBytes(home.resolve("example/" + name + ".class")));
            if (service) {
                add(
                        out,
                        "META-INF/services/io.github.predella.imports.ImportPlugin",
                        ("example." + name).getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    /** A copy of an archive with one more entry. */
    public static Path repacked(Path archive, Path copy, String entry, Path content) throws IOException {
        Files.copy(archive, copy);
        try (var files = FileSystems.newFileSystem(copy)) {
            Files.copy(content, files.getPath(entry));
        }
        return copy;
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
