package io.github.predella.data.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code PUT …/stage} over HTTP: what is answered, and what is left of staging that went wrong. */
@SharedServer
@RunAsClient
public class StageIT {

    /** What the server of these tests takes of one image, see arquillian.xml. */
    private static final int CAP = 8 * 1024 * 1024;

    private static final Path AREA = Path.of("target", "it-data", "staging");

    @ArquillianResource
    private URL address;

    private URI server;
    private Api owner;
    private Api stranger;

    @BeforeEach
    void enter() {
        server = URI.create(address.toString());
        var personas = Personas.at(server);
        owner = personas.owner();
        stranger = personas.other();
    }

    @Test
    public void stagedDataWaitsForItsImport() throws IOException {
        String id = owner.create("{}");
        byte[] data = Bytes.noise(300_000);

        int status = stage(id, data);

        var image = owner.image(id);
        assertEquals(204, status);
        assertEquals("uploading", image.getString("status"));
        assertEquals(300_000, image.getInt("size"));
        assertEquals(JsonValue.NULL, image.get("checksum"));
        assertFalse(image.containsKey("stores"));
        assertArrayEquals(data, Files.readAllBytes(AREA.resolve(id)));
        assertEquals(204, owner.get("/v2/images/" + id + "/file").statusCode());
    }

    @Test
    public void chunkedAndEmptyDataIsStaged() {
        String chunked = owner.create("{}");
        String empty = owner.create("{}");

        var answer = owner.send(
                "PUT",
                "/v2/images/" + chunked + "/stage",
                Map.of("Content-Type", "application/octet-stream"),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])));

        assertEquals(204, answer.statusCode());
        assertEquals(100_000, owner.image(chunked).getInt("size"));
        assertEquals(204, stage(empty, new byte[0]));
        assertEquals(0, owner.image(empty).getInt("size"));
        assertEquals("uploading", owner.image(empty).getString("status"));
    }

    @Test
    public void otherMediaTypesAndSizesAreRefused() {
        String id = owner.create("{}");

        int untyped = owner.put("/v2/images/" + id + "/stage", "{}").statusCode();
        int sizeless = owner.send(
                        "PUT",
                        "/v2/images/" + id + "/stage",
                        Map.of("Content-Type", "application/octet-stream", "x-openstack-image-size", "x"),
                        BodyPublishers.ofByteArray(new byte[1]))
                .statusCode();

        assertEquals(415, untyped);
        assertEquals(400, sizeless);
        assertNothingLeft(id);
    }

    @Test
    public void onlyImagesThatWaitForDataTakeIt() {
        String id = owner.create("{}");
        String active = owner.createActive(new byte[] {1});
        assertEquals(204, stage(id, new byte[3]));

        assertEquals(409, stage(id, new byte[4]));
        assertEquals(409, owner.upload(id, new byte[4]).statusCode());
        assertEquals(409, stage(active, new byte[4]));

        assertEquals(3, owner.image(id).getInt("size"));
    }

    @Test
    public void strangersFindNothingToStageFor() {
        String id = owner.create("{\"visibility\":\"private\"}");

        var answer = stranger.send(
                "PUT",
                "/v2/images/" + id + "/stage",
                Map.of("Content-Type", "application/octet-stream"),
                BodyPublishers.ofByteArray(new byte[1]));

        assertEquals(404, answer.statusCode());
        assertEquals(404, stage("unknown", new byte[1]));
        assertNothingLeft(id);
    }

    @Test
    public void moreThanTheCapIsRefused() {
        String id = owner.create("{}");

        assertEquals(413, stage(id, new byte[CAP + 1]));

        assertNothingLeft(id);
    }

    @Test
    public void disconnectLeavesNothing() {
        String id = owner.create("{}");

        try (var raw = new Raw(server)) {
            raw.send("PUT /v2/images/" + id + "/stage HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: " + owner.token()
                            + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000000\r\n\r\n")
                    .send(Bytes.noise(400_000));
            Await.until(() -> "uploading".equals(owner.image(id).getString("status")));
        }

        Await.until(() -> "queued".equals(owner.image(id).getString("status")));
        assertNothingLeft(id);
        assertEquals(204, stage(id, new byte[1]));
    }

    @Test
    public void stagedFileGoesWithItsImage() {
        String id = owner.create("{}");
        assertEquals(204, stage(id, new byte[3]));
        assertEquals(1, files(id).size());

        assertEquals(204, owner.delete("/v2/images/" + id).statusCode());

        assertEquals(List.of(), files(id));
    }

    @Test
    public void theStagingAreaIsNoStoreForCallers() {
        var stores = owner.get("/v2/info/stores").body();

        assertFalse(stores.contains("os_glance"), stores);
        assertTrue(stores.contains("local"), stores);
    }

    private int stage(String id, byte[] data) {
        return owner.send(
                        "PUT",
                        "/v2/images/" + id + "/stage",
                        Map.of("Content-Type", "application/octet-stream"),
                        BodyPublishers.ofByteArray(data))
                .statusCode();
    }

    private void assertNothingLeft(String id) {
        var image = owner.image(id);
        assertEquals("queued", image.getString("status"));
        assertEquals(JsonValue.NULL, image.get("size"));
        assertEquals(List.of(), files(id));
    }

    private static List<Path> files(String id) {
        try (var files = Files.list(AREA)) {
            return files.filter(file -> file.getFileName().toString().contains(id))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
