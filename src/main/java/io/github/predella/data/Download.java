package io.github.predella.data;

import io.github.predella.flow.ByteRange;
import io.github.predella.images.Image;
import io.github.predella.store.FileServing.ServedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Data that may be sent. It holds one of the places for downloads until it is closed.
 *
 * @param image whose data it is
 * @param size bytes of the whole image
 * @param range the part that was asked for, empty for all of it
 * @param file the local file that holds the data, empty when there is none
 * @param source opens the wanted part for reading
 * @param place what is given back when the download is over
 * @param receipt is told how it went
 */
public record Download(
        Image image,
        long size,
        Optional<ByteRange> range,
        Optional<ServedFile> file,
        Source source,
        DownloadPlaces.Place place,
        Receipt receipt)
        implements AutoCloseable {

    /** Opens the wanted part. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Hears of the end of a download that was begun. */
    @FunctionalInterface
    public interface Receipt {

        /**
         * Whatever thread this is on must not wait.
         *
         * @param sent bytes that have gone out
         * @param expected bytes that should have
         */
        void over(long sent, long expected);
    }

    /** Position of the first byte that is sent. */
    public long offset() {
        return range.map(ByteRange::offset).orElse(0L);
    }

    /** How many bytes are sent. */
    public long length() {
        return range.map(ByteRange::length).orElse(size);
    }

    /** Tells what is being sent, so that it can be ended when the client stops reading. */
    public void follow(Transfer sending) {
        place.follow(sending, () -> receipt.over(sending.sent(), length()));
    }

    /** Gives the place back; a second time does nothing. */
    @Override
    public void close() {
        place.close();
    }
}
