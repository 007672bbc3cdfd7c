package io.github.predella.imports;

import io.github.predella.images.ImageDetails;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The data of another region's image.
 *
 * @param fetched where it is by now
 * @param description how the image is described with it
 */
record RemoteSource(ImportSource fetched, UnaryOperator<ImageDetails> description) implements ImportSource {

    @Override
    public Optional<Measured> measured() {
        return fetched.measured();
    }

    @Override
    public InputStream open() throws IOException {
        return fetched.open();
    }

    @Override
    public Optional<Path> file() {
        return fetched.file();
    }

    @Override
    public void done() {
        fetched.done();
    }

    @Override
    public void failed() {
        fetched.failed();
    }
}
