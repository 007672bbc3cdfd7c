package io.github.predella.data.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.Api;
import io.github.predella.testing.LocalServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An image whose length does not fit into 32 bits, there and back. Its zeros become a hole in the store's file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeImagesE2E {

    private static final long ZEROS = 4L * 1024 * 1024 * 1024;
    private static final byte[] END = "the end".getBytes(StandardCharsets.UTF_8);
    private static final long SIZE = ZEROS + END.length;

    private LocalServer server;
    private Api owner;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = LocalServer.startForMuchData(
                directory,
                Map.of(
                        "DEFAULT.enabled_backends", "local:file",
                        "glance_store.default_backend", "local",
                        "local.filesystem_store_datadir",
                                directory.resolve("images").toString(),
                        "local.filesystem_thin_provisioning", "true"));
        owner = Api.admin(URI.create(server.address()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allOfItComesBack(boolean announced) throws IOException {
        String id = owner.createRaw();
        var body = BodyPublishers.ofInputStream(LargeImagesE2E::data);
        BodyPublisher sized = announced ? BodyPublishers.fromPublisher(body, SIZE) : body;

        var answer = send("PUT", id, Map.of("Content-Type", "application/octet-stream"), sized);

        assertEquals(204, answer.statusCode());
        assertEquals(SIZE, owner.image(id).getJsonNumber("size").longValueExact());
        var part = send("GET", id, Map.of("Range", "bytes=" + ZEROS + "-"), BodyPublishers.noBody());
        assertArrayEquals(END, part.body().readAllBytes());
        var whole = send("GET", id, Map.of(), BodyPublishers.noBody());
        assertEquals(SIZE, whole.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertEquals(SIZE, whole.body().transferTo(OutputStream.nullOutputStream()));
        assertEquals(204, owner.delete("/v2/images/" + id).statusCode());
    }

    private HttpResponse<InputStream> send(String method, String id, Map<String, String> headers, BodyPublisher body) {
        return owner.send(method, "/v2/images/" + id + "/file", headers, body, BodyHandlers.ofInputStream());
    }

    private static InputStream data() {
        return new SequenceInputStream(
                Collections.enumeration(List.of(new Zeros(ZEROS), new ByteArrayInputStream(END))));
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
