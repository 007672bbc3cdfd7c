package io.github.predella.imports;

import io.github.predella.images.ImageDetails;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Data after the plugins had it.
 *
 * @param origin the data as it was imported
 * @param work what was made of it
 */
record FormedSource(ImportSource origin, PluginWork work) implements ImportSource {

    @Override
    public Optional<Measured> measured() {
        return work.isReplaced() ? Optional.of(Measured.of(work.measured())) : origin.measured();
    }

    @Override
    public InputStream open() throws IOException {
        return work.isReplaced() ? Files.newInputStream(work.file()) : origin.open();
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(work.file());
    }

    @Override
    public UnaryOperator<ImageDetails> description() {
        return work.description();
    }

    @Override
    public void done() {
        work.removeFiles();
        origin.done();
    }

    @Override
    public void failed() {
        work.takeBack();
        origin.failed();
    }
}
