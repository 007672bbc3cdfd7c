package io.github.predella.data.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Personas;
import io.github.predella.testing.Raw;
import io.github.predella.testing.SharedServer;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code PUT …/file} over HTTP: what is answered, and what is left of an upload that went wrong. */
@SharedServer
@RunAsClient
public class UploadIT {

    /** What the server of these tests takes of one image, see arquillian.xml. */
    private static final int CAP = 8 * 1024 * 1024;

    private static final Path STORE = Path.of("target", "it-data", "images");

    @ArquillianResource
    private URL address;

    private URI server;
    private Api owner;
    private Api admin;

    @BeforeEach
    void enter() {
        server = URI.create(address.toString());
        var personas = Personas.at(server);
        owner = personas.owner();
        admin = personas.admin();
    }

    @Test
    public void uploadMakesTheImageActive() {
        String id = owner.createRaw();
        byte[] data = "hello".getBytes(StandardCharsets.UTF_8);

        int status = owner.upload(id, data).statusCode();

        var image = owner.image(id);
        assertEquals(204, status);
        assertEquals("active", image.getString("status"));
        assertEquals(5, image.getInt("size"));
        assertEquals(5, image.getInt("virtual_size"));
        assertEquals("5d41402abc4b2a76b9719d911017c592", image.getString("checksum"));
        assertEquals("sha512", image.getString("os_hash_algo"));
        assertTrue(image.getString("os_hash_value").startsWith("9b71d224bd62f3785d96d46ad3ea3d73"));
        assertEquals("local", image.getString("stores"));
    }

    @Test
    public void emptyUploadMakesTheImageActiveToo() {
        String id = owner.createRaw();

        int status = owner.upload(id, new byte[0]).statusCode();

        var image = owner.image(id);
        assertEquals(204, status);
        assertEquals("active", image.getString("status"));
        assertEquals(0, image.getInt("size"));
        assertEquals(JsonValue.NULL, image.get("virtual_size"));
        assertEquals("d41d8cd98f00b204e9800998ecf8427e", image.getString("checksum"));
        assertTrue(image.getString("os_hash_value").startsWith("cf83e1357eefb8bdf1542850d66d8007"));
        assertEquals(200, owner.get("/v2/images/" + id + "/file").statusCode());
    }

    @Test
    public void chunkedUploadIsTaken() {
        String id = owner.createRaw();
        byte[] data = Bytes.noise(300_000);

        int status = upload(id, data, Map.of("Content-Type", "application/octet-stream"), true)
                .statusCode();

        assertEquals(204, status);
        assertArrayEquals(data, downloaded(id));
    }

    @Test
    public void otherMediaTypesAreRefused() {
        String id = owner.createRaw();

        for (var headers : List.of(
                Map.<String, String>of(),
                Map.of("Content-Type", "text/plain"),
                Map.of("Content-Type", "application/json"),
                Map.of("Content-Type", "garbage"))) {
            var answer = upload(id, new byte[] {1}, headers, false);

            assertEquals(415, answer.statusCode(), headers.toString());
        }
        assertNothingLeft(id);
    }

    @Test
    public void formatsAreNeededFirst() {
        String id = owner.create("{\"disk_format\":\"raw\"}");

        int status = owner.upload(id, new byte[] {1}).statusCode();

        assertEquals(400, status);
        assertNothingLeft(id);
    }

    @Test
    public void storeIsChosenByItsId() {
        String id = owner.createRaw();

        assertEquals(400, toStore(id, "unknown"));
        assertEquals(400, toStore(id, "os_glance_staging_store"));
        assertEquals(400, toStore(id, "os_glance_tasks_store"));
        assertNothingLeft(id);
        assertEquals(204, toStore(id, "local"));
    }

    @Test
    public void announcedSizeIsANumber() {
        String id = owner.createRaw();

        for (String size : List.of("x", "-1", "1.5", "99999999999999999999")) {
            assertEquals(400, announcing(id, size, new byte[] {1}, false), size);
        }
        assertNothingLeft(id);
    }

    @Test
    public void announcedSizeIsKept() {
        String id = owner.createRaw();

        assertEquals(400, announcing(id, "5", new byte[] {1, 2, 3}, false));
        assertEquals(400, announcing(id, "2", new byte[] {1, 2, 3}, true));
        assertNothingLeft(id);
        assertEquals(204, announcing(id, "3", new byte[] {1, 2, 3}, true));
        assertEquals(3, owner.image(id).getInt("size"));
    }

    @Test
    public void disconnectedUploadLeavesNothing() {
        String id = owner.createRaw();

        try (var raw = new Raw(server)) {
            raw.send(head(id, "Content-Length: 1000000")).send(Bytes.noise(400_000));
            Await.until(() -> "saving".equals(owner.image(id).getString("status")));
        }

        Await.until(() -> "queued".equals(owner.image(id).getString("status"))
                && files(id).isEmpty());
        assertNothingLeft(id);
        assertEquals(204, owner.upload(id, new byte[] {1}).statusCode());
    }

    @Test
    public void disconnectedChunkedUploadLeavesNothing() {
        String id = owner.createRaw();

        try (var raw = new Raw(server)) {
            raw.send(head(id, "Transfer-Encoding: chunked")).send("5\r\nhello\r\n");
            Await.until(() -> "saving".equals(owner.image(id).getString("status")));
        }

        Await.until(() -> "queued".equals(owner.image(id).getString("status"))
                && files(id).isEmpty());
        assertNothingLeft(id);
    }

    @Test
    public void expectedContinueIsGiven() {
        String id = owner.createRaw();

        try (var raw = new Raw(server)) {
            raw.send(head(id, "Content-Length: 5\r\nExpect: 100-continue"));
            String go = raw.answer();
            String answer = raw.send("hello").answer();

            assertTrue(go.startsWith("HTTP/1.1 100 "), go);
            assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
        }
        assertEquals(5, owner.image(id).getInt("size"));
    }

    @Test
    public void moreThanTheCapIsRefused() {
        String announced = owner.createRaw();
        String unannounced = owner.createRaw();
        byte[] data = new byte[CAP + 1];

        assertEquals(413, owner.upload(announced, data).statusCode());
        assertEquals(
                413,
                upload(unannounced, data, Map.of("Content-Type", "application/octet-stream"), true)
                        .statusCode());

        assertNothingLeft(announced);
        assertNothingLeft(unannounced);
    }

    @Test
    public void asMuchAsTheCapIsTaken() {
        String id = owner.createRaw();

        assertEquals(204, owner.upload(id, new byte[CAP]).statusCode());

        assertEquals(CAP, owner.image(id).getInt("size"));
    }

    @Test
    public void contentThatIsNotWhatItClaimsLeavesNothing() {
        String id = owner.create("{\"disk_format\":\"qcow2\",\"container_format\":\"bare\"}");

        var refused = owner.upload(id, Bytes.noise(100_000));

        assertEquals(415, refused.statusCode());
        assertNothingLeft(id);
        assertEquals(204, owner.get("/v2/images/" + id + "/file").statusCode());
        Api.expect(owner.patch(id, "[{\"op\":\"replace\",\"path\":\"/disk_format\",\"value\":\"raw\"}]"), 200);
        assertEquals(204, owner.upload(id, Bytes.noise(100_000)).statusCode());
    }

    @Test
    public void deletionEndsARunningUpload() {
        String id = owner.createRaw();

        try (var raw = new Raw(server)) {
            raw.send(head(id, "Transfer-Encoding: chunked\r\nConnection: close"))
                    .send("5\r\nhello\r\n");
            Await.until(() -> "saving".equals(owner.image(id).getString("status")));
            assertEquals(204, owner.delete("/v2/images/" + id).statusCode());
            String answer = raw.send("5\r\nagain\r\n0\r\n\r\n").all();

            assertTrue(answer.startsWith("HTTP/1.1 410 "), answer);
        }
        assertEquals(List.of(), files(id));
        assertEquals(404, owner.get("/v2/images/" + id).statusCode());
    }

    @Test
    public void tokenThatEndsDuringAnUploadLeavesNothingBehind() {
        String id = owner.createRaw();
        var uploader = Api.admin(server);

        try (var raw = new Raw(server)) {
            raw.send(head(id, "Transfer-Encoding: chunked\r\nConnection: close")
                            .replace(owner.token(), uploader.token()))
                    .send("5\r\nhello\r\n");
            Await.until(() -> "saving".equals(owner.image(id).getString("status")));
            Api.expect(
                    admin.send(
                            "DELETE",
                            "/identity/v3/auth/tokens",
                            Map.of("X-Subject-Token", uploader.token()),
                            BodyPublishers.noBody()),
                    204);
            assertEquals(401, uploader.get("/v2/images/" + id).statusCode());
            assertEquals(204, owner.delete("/v2/images/" + id).statusCode());
            String answer = raw.send("0\r\n\r\n").all();

            assertTrue(answer.startsWith("HTTP/1.1 410 "), answer);
        }
        assertEquals(List.of(), files(id));
    }

    @Test
    public void secondUploadAtTheSameTimeIsAConflict() {
        String id = owner.createRaw();

        try (var first = new Raw(server)) {
            first.send(head(id, "Content-Length: 5")).send("he");
            Await.until(() -> "saving".equals(owner.image(id).getString("status")));
            int second = owner.upload(id, new byte[] {1}).statusCode();
            String answer = first.send("llo").answer();

            assertEquals(409, second);
            assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
        }
        assertEquals("5d41402abc4b2a76b9719d911017c592", owner.image(id).getString("checksum"));
    }

    @Test
    public void dataIsNeverReplaced() {
        String id = owner.createActive(new byte[] {1, 2, 3});

        assertEquals(409, owner.upload(id, new byte[] {4}).statusCode());

        assertArrayEquals(new byte[] {1, 2, 3}, downloaded(id));
    }

    @Test
    public void refusalsDoNotWaitForTheBody() {
        String active = owner.createActive(new byte[] {1});

        for (String request : List.of(
                head(active, "Content-Length: 1000000000"),
                head(active, "Transfer-Encoding: chunked") + "5\r\nhello\r\n",
                head("unknown", "Content-Length: 1000000000"),
                head(active, "Content-Length: 1000000000").replace("X-Auth-Token: ", "X-Auth-Token: no"),
                head(active, "Content-Length: 1000000000").replace("octet-stream", "json"))) {
            try (var raw = new Raw(server)) {
                String answer = raw.send(request).answer();

                assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
                assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
            }
        }
    }

    @Test
    public void announcedSizePastTheCapIsRefusedAtOnce() {
        String id = owner.createRaw();

        try (var raw = new Raw(server)) {
            String answer = raw.send(head(id, "Content-Length: 1000000000")).answer();

            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        }
        assertNothingLeft(id);
    }

    @Test
    public void noHeaderChangesTheStatus() {
        var answer = owner.send(
                "POST",
                "/v2/images",
                Map.of("x-image-meta-status", "active", "x-image-meta-size", "7"),
                BodyPublishers.ofString("{}"));

        assertEquals("queued", Api.json(answer).getString("status"));
        assertEquals(
                403,
                owner.patch(
                                Api.json(answer).getString("id"),
                                "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"active\"}]")
                        .statusCode());
    }

    @Test
    public void deletedImagesLeaveNoFile() {
        String id = owner.createActive(new byte[] {1, 2, 3});
        assertEquals(1, files(id).size());

        assertEquals(204, owner.delete("/v2/images/" + id).statusCode());

        Await.until(() -> files(id).isEmpty());
        assertEquals(404, admin.get("/v2/images/" + id).statusCode());
        assertEquals(409, owner.post("/v2/images", "{\"id\":\"" + id + "\"}").statusCode());
    }

    private int toStore(String id, String store) {
        return upload(
                        id,
                        new byte[] {1},
                        Map.of("Content-Type", "application/octet-stream", "X-Image-Meta-Store", store),
                        false)
                .statusCode();
    }

    private int announcing(String id, String size, byte[] data, boolean chunked) {
        return upload(
                        id,
                        data,
                        Map.of("Content-Type", "application/octet-stream", "x-openstack-image-size", size),
                        chunked)
                .statusCode();
    }

    private HttpResponse<String> upload(String id, byte[] data, Map<String, String> headers, boolean chunked) {
        var body = chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(data))
                : BodyPublishers.ofByteArray(data);
        return owner.send("PUT", "/v2/images/" + id + "/file", headers, body);
    }

    private String head(String id, String more) {
        return "PUT /v2/images/" + id + "/file HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: " + owner.token()
                + "\r\nContent-Type: application/octet-stream\r\n" + more + "\r\n\r\n";
    }

    private byte[] downloaded(String id) {
        return owner.send(
                        "GET",
                        "/v2/images/" + id + "/file",
                        Map.of(),
                        BodyPublishers.noBody(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private void assertNothingLeft(String id) {
        var image = owner.image(id);
        assertEquals("queued", image.getString("status"));
        for (String measured : List.of("size", "virtual_size", "checksum", "os_hash_algo", "os_hash_value")) {
            assertEquals(JsonValue.NULL, image.get(measured), measured);
        }
        assertTrue(!image.containsKey("stores"), image::toString);
        assertEquals("[]", admin.get("/v2/images/" + id + "/locations").body());
        assertEquals(List.of(), files(id));
    }

    /** Everything in the store that has to do with the image, unfinished files included. */
    private static List<Path> files(String id) {
        try (var all = Files.walk(STORE)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains(id))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException movedMeanwhile) {
            return List.of(STORE);
        }
    }
}
