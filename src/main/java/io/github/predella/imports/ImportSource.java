package io.github.predella.imports;

import io.github.predella.data.Staged;
import io.github.predella.flow.DigestValues;
import io.github.predella.format.Inspection;
import io.github.predella.images.ImageDetails;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Data that an import brings to stores. For one thread, except that several may open it and ask for the file.
 *
 * <p>It has been measured already, so that a store which takes the file as it is costs no second look at it.
 */
interface ImportSource {

    /** What was found out about the data; empty when it is that of an image whose record tells. */
    Optional<Measured> measured();

    /** Opens the data from its beginning. */
    InputStream open() throws IOException;

    /**
     * The local file that holds the data, through which plugins may pass it and which a store may take; empty when the
     * data is in a store.
     */
    Optional<Path> file();

    /** How the description of the image changes with the data. */
    default UnaryOperator<ImageDetails> description() {
        return UnaryOperator.identity();
    }

    /** Lets go of what is not needed when the import has succeeded. */
    void done();

    /** Lets go of what is not needed when the import has failed and may be tried again. */
    void failed();

    /** What was found out about data. */
    record Measured(DigestValues digests, Inspection inspection) {

        static Measured of(Staged staged) {
            return new Measured(staged.digests(), new Inspection(staged.findings(), staged.size()));
        }
    }
}
