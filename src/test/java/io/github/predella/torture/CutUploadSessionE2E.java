package io.github.predella.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Raw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large upload by session, 256 MiB or 2 GiB with {@code -Dtorture=full}, that is cut ten times at random places; twice
 * the service is killed besides. It goes on where it stopped, and the image is what was sent.
 */
class CutUploadSessionE2E {

    private static final int BLOCK = 1024 * 1024;
    private static final int BLOCKS = "full".equals(System.getProperty("torture")) ? 2048 : 256;
    private static final long SIZE = (long) BLOCK * BLOCKS;
    private static final int CUTS = 10;
    private static final Set<Integer> KILLS = Set.of(3, 7);
    private static final byte[] NOISE = Bytes.noise(BLOCK);

    @TempDir
    private Path directory;

    private LocalServer server;
    private Api api;
    private String session;

    @Test
    void anUploadGoesOnWhereItWasCut() throws Exception {
        try (var started = LocalServer.start(directory, Map.of("predella.node_patience", "6"))) {
            server = started;
            api = Api.admin(URI.create(server.address()));
            String id = api.createRaw();
            session = begin(id);

            long offset = 0;
            var cuts = new Random().longs(CUTS, 1, SIZE).sorted().boxed().toList();
            for (int cut = 0; cut < CUTS; cut++) {
                offset = KILLS.contains(cut) ? killed(offset, cuts.get(cut)) : cutOff(offset, cuts.get(cut));
            }
            sendRest(offset);

            Await.until(() -> "active".equals(api.image(id).getString("status")));
            assertEquals(SIZE, api.image(id).getJsonNumber("size").longValue());
            assertEquals(sum(), api.image(id).getString("os_hash_value"));
            assertEquals(-1, Files.mismatch(stored(id), expected()));
            assertEquals(List.of(".predella-area"), staged());
        }
    }

    /** Sends up to a place and closes the connection: what has arrived by then need not be sent again. */
    private long cutOff(long from, long to) {
        if (to > from) {
            try (var piece = open(from)) {
                send(piece, from, to);
            }
            Await.until(() -> offset() == to);
        }
        return Math.max(from, to);
    }

    /** Sends up to a place and kills the service: what it acknowledged before is still there. */
    private long killed(long from, long to) {
        try (var piece = open(from)) {
            send(piece, from, Math.max(from, to));
            server.kill();
        }
        server.start();
        api = Api.admin(URI.create(server.address()));
        long offset = offset();
        assertTrue(offset >= from && offset <= Math.max(from, to), () -> "offset " + offset + " after " + from);
        return offset;
    }

    private void sendRest(long from) {
        try (var piece = open(from)) {
            send(piece, from, SIZE);
            assertTrue(piece.answer().startsWith("HTTP/1.1 204"));
        }
    }

    private String begin(String id) {
        String request = "{\"method\":{\"name\":\"glance-direct\"}}";
        String encoded = Base64.getEncoder().encodeToString(request.getBytes(StandardCharsets.UTF_8));
        var answer = api.send(
                "POST",
                "/v2/images/" + id + "/upload-sessions",
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        String.valueOf(SIZE),
                        "Upload-Metadata",
                        "import " + encoded),
                BodyPublishers.noBody());
        Api.expect(answer, 201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** A request that announces all that is missing. */
    private Raw open(long offset) {
        return new Raw(api.server())
                .send("PATCH " + session + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: " + api.token()
                        + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: "
                        + offset + "\r\nContent-Length: " + (SIZE - offset) + "\r\n\r\n");
    }

    private static void send(Raw piece, long from, long to) {
        for (long at = from; at < to; ) {
            int begin = (int) (at % BLOCK);
            int count = (int) Math.min(BLOCK - begin, to - at);
            var block = block(at / BLOCK);
            piece.send(Arrays.copyOfRange(block, begin, begin + count));
            at += count;
        }
    }

    private long offset() {
        var answer = api.send("HEAD", session, Map.of("Tus-Resumable", "1.0.0"), BodyPublishers.noBody());
        return answer.headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    /** Noise that begins with its number, so that no two blocks are equal. */
    private static byte[] block(long number) {
        byte[] block = NOISE.clone();
        ByteBuffer.wrap(block).putLong(number);
        return block;
    }

    private static String sum() throws Exception {
        var digest = MessageDigest.getInstance("SHA-512");
        for (long number = 0; number < BLOCKS; number++) {
            digest.update(block(number));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Path expected() throws IOException {
        var file = directory.resolve("expected");
        try (var out = Files.newOutputStream(file)) {
            for (long number = 0; number < BLOCKS; number++) {
                out.write(block(number));
            }
        }
        return file;
    }

    private Path stored(String id) {
        return directory.resolve("images").resolve(id);
    }

    private List<String> staged() {
        try (var files = Files.list(directory.resolve("staging"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
