package io.github.predella.torture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed while data is staged: pieces that were acknowledged are there, the rest leaves nothing. */
class KillDuringStagingE2E {

    private static final byte[] DATA = Bytes.noise(3_000_000);
    private static final int ODD = 1_234_567;

    @TempDir
    private Path directory;

    @Test
    void acknowledgedPiecesSurviveAndAbandonedStagingLeavesNothing() throws IOException {
        try (var server =
                LocalServer.start(directory, Map.of("predella.node_patience", "6", "predella.clean_up_every", "2"))) {
            var api = Api.admin(URI.create(server.address()));
            String resumed = api.create("{}");
            String whole = api.create("{}");
            String session = begin(api, resumed);
            Api.expect(append(api, session, 0, Arrays.copyOf(DATA, ODD)), 204);
            try (var piece = new Raw(api.server());
                    var staging = new Raw(api.server())) {
                piece.send(head(api, "PATCH", session, "offset+octet-stream", "Upload-Offset: " + ODD + "\r\n"))
                        .send(Arrays.copyOfRange(DATA, ODD, 2_000_000));
                staging.send(head(api, "PUT", "/v2/images/" + whole + "/stage", "octet-stream", ""))
                        .send(Arrays.copyOf(DATA, 1_000_000));
                Await.until(() -> names().stream().anyMatch(name -> name.startsWith("." + whole)));

                server.kill();
            }
            server.start();
            var again = Api.admin(URI.create(server.address()));

            int offset = offset(again, session);
            assertTrue(offset >= ODD && offset <= 2_000_000, () -> "offset " + offset);
            Api.expect(append(again, session, offset, Arrays.copyOfRange(DATA, offset, DATA.length)), 204);
            assertEquals(DATA.length, again.image(resumed).getInt("size"));
            assertArrayEquals(DATA, Files.readAllBytes(area().resolve(resumed)));
            Await.until(() -> "queued".equals(again.image(whole).getString("status")));
            Await.until(() -> names().equals(List.of(".predella-area", resumed)));
        }
    }

    private static String begin(Api api, String id) {
        var answer = api.send(
                "POST",
                "/v2/images/" + id + "/upload-sessions",
                Map.of("Tus-Resumable", "1.0.0", "Upload-Length", String.valueOf(DATA.length)),
                BodyPublishers.noBody());
        Api.expect(answer, 201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static HttpResponse<String> append(Api api, String session, int offset, byte[] piece) {
        return api.send(
                "PATCH",
                session,
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Offset",
                        String.valueOf(offset)),
                BodyPublishers.ofByteArray(piece));
    }

    private static int offset(Api api, String session) {
        var answer = api.send("HEAD", session, Map.of("Tus-Resumable", "1.0.0"), BodyPublishers.noBody());
        return Integer.parseInt(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    private static String head(Api api, String method, String path, String type, String more) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: " + api.token()
                + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/" + type + "\r\n" + more
                + "Transfer-Encoding: chunked\r\n\r\n1e8480\r\n";
    }

    private Path area() {
        return directory.resolve("staging");
    }

    private List<String> names() {
        try (var files = Files.list(area())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
