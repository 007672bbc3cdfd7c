package io.github.predella.imports;

import io.github.predella.data.Staged;
import io.github.predella.data.StagingWorkshop;
import io.github.predella.flow.Pump;
import io.github.predella.images.Image;
import io.github.predella.images.ImageDetails;
import io.github.predella.images.ImportRecordService;
import io.github.predella.store.StoreFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the plugins have made of the data of one import so far. */
final class PluginWork implements PluginRun {

    private static final Logger LOG = Logger.getLogger(PluginWork.class.getName());

    private final ImportRun run;
    private final Tools tools;
    private final List<Path> places = new ArrayList<>();
    private final List<ImportPlugin> ended = new ArrayList<>();
    private Path file;
    private Staged measured;
    private UnaryOperator<ImageDetails> description;

    /** What the work of all imports needs. */
    record Tools(ImportRecordService ledger, StagingWorkshop workshop, ImportPump pumps) {}

    /**
     * @param file the data as it was imported
     * @param description how the image's description changes with it
     */
    PluginWork(ImportRun run, Path file, UnaryOperator<ImageDetails> description, Tools tools) {
        this.run = run;
        this.file = file;
        this.description = description;
        this.tools = tools;
    }

    /** Lets one more plugin work. */
    void pass(ImportPlugin plugin) throws IOException {
        run.run().checkpoint();
        plugin.run(this);
        ended.add(plugin);
    }

    /** Finds out what the data is by now, as far as that is not known. */
    void measure() throws IOException {
        if (isReplaced() && measured == null) {
            measured = tools.workshop().measure(run.imageId(), file, pump(mib -> "Checked " + mib + " MiB"));
        }
    }

    /** Whether the data is another one than that which was imported. */
    boolean isReplaced() {
        return places.contains(file);
    }

    /** What was found out about data that is another one; null when it is not, or nothing was found out yet. */
    Staged measured() {
        return measured;
    }

    /** All changes of the description in one. */
    UnaryOperator<ImageDetails> description() {
        return description;
    }

    /** Lets the plugins take back what they have done elsewhere, the last one first, and removes what was made. */
    void takeBack() {
        for (int i = ended.size() - 1; i >= 0; i--) {
            takeBack(ended.get(i));
        }
        removeFiles();
    }

    private void takeBack(ImportPlugin plugin) {
        try {
            plugin.undo(this);
        } catch (IOException | RuntimeException | LinkageError failure) {
            LOG.log(
                    Level.WARNING,
                    failure,
                    () -> "the plugin " + plugin.name() + " has not taken back what it did for image " + run.imageId());
        }
    }

    /** Removes what was made; what cannot be removed now is found by the sweep of the area. */
    void removeFiles() {
        places.forEach(this::remove);
    }

    private void remove(Path place) {
        try {
            tools.workshop().remove(place);
        } catch (StoreFault failure) {
            LOG.log(Level.WARNING, "a file made by an import stays for now", failure);
        }
    }

    @Override
    public Image image() {
        return tools.ledger().described(run.imageId(), run.taskId(), description);
    }

    @Override
    public Set<String> roles() {
        return run.roles();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Path newFile() {
        var place = tools.workshop().place(run.imageId());
        places.add(place);
        return place;
    }

    @Override
    public void replace(Path made) {
        if (!places.contains(made) || !Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("not a file made at newFile()");
        }
        use(made, null);
    }

    @Override
    public void replace(InputStream data) throws IOException {
        var place = newFile();
        use(place, tools.workshop().write(run.imageId(), place, data, pump(mib -> "Unpacked " + mib + " MiB")));
    }

    private void use(Path made, Staged found) {
        if (isReplaced() && !made.equals(file)) {
            remove(file);
        }
        file = made;
        measured = found;
    }

    @Override
    public long mostBytes() {
        return tools.workshop().mostBytes();
    }

    @Override
    public void describe(UnaryOperator<ImageDetails> change) {
        UnaryOperator<ImageDetails> former = description;
        UnaryOperator<ImageDetails> both = details -> change.apply(former.apply(details));
        tools.ledger().described(run.imageId(), run.taskId(), both);
        description = both;
    }

    @Override
    public void say(String message) {
        run.run().say(message);
    }

    @Override
    public void checkpoint() {
        run.run().checkpoint();
        tools.ledger().held(run.imageId(), run.taskId());
    }

    private Pump pump(LongFunction<String> progress) {
        return tools.pumps().of(run, progress);
    }
}
