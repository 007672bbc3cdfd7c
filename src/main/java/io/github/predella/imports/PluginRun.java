package io.github.predella.imports;

import io.github.predella.images.Image;
import io.github.predella.images.ImageDetails;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An import as its plugins see it. For the thread on which the plugin is called, and as long as that call lasts. */
public interface PluginRun {

    /** The image as it will be: with every description that plugins have given it up to now. */
    Image image();

    /** The roles of whoever asked for the import, as they were then; in lower case. */
    Set<String> roles();

    /** The file that holds the data now. It is only for reading: an import that fails is tried again with it. */
    Path file();

    /**
     * The path of a file that does not exist yet, in the directory where imports work. Whatever is there when the import
     * is over, or its process has died, is removed.
     */
    Path newFile();

    /**
     * Makes a file the data of the image; the former one is left alone.
     *
     * @param made a file made at {@link #newFile}, complete, which nobody writes to any more
     * @throws IllegalArgumentException when it is none of those
     */
    void replace(Path made);

    /**
     * Makes everything that a stream has the data of the image. It is measured on the way, so that it is not read again,
     * and long stretches of zeros take no room. Progress is told, and the import can be ended meanwhile. Nothing changes
     * when this throws; the stream stays open.
     *
     * @throws io.github.predella.core.Fault TOO_LARGE past {@link #mostBytes}, or as for {@link #checkpoint}
     */
    void replace(InputStream data) throws IOException;

    /** Bytes that the data of the image may have at most; what has more is refused in any case. */
    long mostBytes();

    /**
     * Changes what is said about the image. This becomes visible together with the data, in one step, and not at all
     * when the import fails. Properties that the service itself sets cannot be changed.
     *
     * @param change a pure function; it is called again later, on the description as it is then
     * @throws io.github.predella.core.Fault as for users who describe an image so: a reserved or overlong name, a text
     *     that cannot be stored, too many properties
     */
    void describe(UnaryOperator<ImageDetails> change);

    /** Tells users about the progress. Cheap; never fails. */
    void say(String message);

    /**
     * Returns when the work may go on; to be called about once a second. Cheap.
     *
     * @throws io.github.predella.core.Fault when the import is to end: it was cancelled, the image is gone or no longer
     *     this import's, or the service is being stopped
     */
    void checkpoint();
}
