package io.github.predella.testing;

import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import io.github.predella.images.ImageDetails;
import io.github.predella.imports.PluginRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An import for one plugin, in a directory of the test's. */
public final class MemoryPluginRun implements PluginRun {

    private static final int CHUNK = 64 * 1024;

    private final Path directory;
    private final List<String> said = new ArrayList<>();
    private Image image;
    private Path file;
    private Set<String> roles = Set.of("member", "reader");
    private long most = 1L << 32;
    private Runnable checkpoint = () -> {};
    private int made;

    /** @param file the data, in the directory in which new files are to be made */
    public MemoryPluginRun(Images image, Path file) {
        this.image = image.done();
        this.file = file;
        this.directory = file.getParent();
    }

    public MemoryPluginRun withRoles(String... names) {
        roles = Set.of(names);
        return this;
    }

    public MemoryPluginRun withAtMost(long bytes) {
        most = bytes;
        return this;
    }

    /** What happens when the plugin asks whether it may go on. */
    public MemoryPluginRun asking(Runnable question) {
        checkpoint = question;
        return this;
    }

    /** What users were told. */
    public List<String> said() {
        return said;
    }

    @Override
    public Image image() {
        return image;
    }

    @Override
    public Set<String> roles() {
        return roles;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Path newFile() {
        made++;
        return directory.resolve("made-" + made);
    }

    @Override
    public void replace(Path other) {
        file = other;
    }

    @Override
    public void replace(InputStream data) throws IOException {
        Path other = newFile();
        var chunk = new byte[CHUNK];
        long size = 0;
        try (var out = Files.newOutputStream(other)) {
            int count = data.read(chunk);
            while (count >= 0) {
                checkpoint.run();
                size += count;
                if (size > most) {
                    throw Fault.tooLarge("more than " + most);
                }
                out.write(chunk, 0, count);
                count = data.read(chunk);
            }
        }
        file = other;
    }

    @Override
    public long mostBytes() {
        return most;
    }

    @Override
    public void describe(UnaryOperator<ImageDetails> change) {
        image = image.with(change.apply(image.details()));
    }

    @Override
    public void say(String message) {
        said.add(message);
    }

    @Override
    public void checkpoint() {
        checkpoint.run();
    }
}
