package io.github.predella.data.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.data.Download;
import io.github.predella.flow.ByteRange;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.testing.Images;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DownloadHeadersTest {

    private static Download download(Image image, ByteRange range) {
        return new Download(
                image,
                5,
                Optional.ofNullable(range),
                Optional.empty(),
                InputStream::nullInputStream,
                null,
                (sent, expected) -> {});
    }

    @Test
    void aPartCarriesTheChecksumOfTheWhole() {
        var image = Images.active()
                .content(new ImageContent(5L, null, "c", null, null))
                .done();

        var headers = DownloadHeaders.of(download(image, new ByteRange(1, 2)));

        assertEquals(
                Map.of(
                        "Content-Type", "application/octet-stream",
                        "Content-Length", "2",
                        "Content-Range", "bytes 1-2/5",
                        "Content-MD5", "c"),
                headers);
    }

    @Test
    void whatHasNoChecksumCarriesNone() {
        var headers = DownloadHeaders.of(download(Images.active().sized(5).done(), null));

        assertEquals(Map.of("Content-Type", "application/octet-stream", "Content-Length", "5"), headers);
    }
}
