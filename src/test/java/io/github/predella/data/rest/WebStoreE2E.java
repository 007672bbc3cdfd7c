package io.github.predella.data.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.ScriptedServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A service with a file store and one that reads from the web, whose image was registered by other means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebStoreE2E {

    private static final String DATA = "what lies on the web server";

    private final ScriptedServer web = new ScriptedServer();
    private LocalServer server;
    private Api owner;
    private String image;

    @BeforeAll
    void start(@TempDir Path directory) throws SQLException {
        web.at("/disk", (request, out) -> {
            String head = "HTTP/1.1 200 OK\r\nContent-Length: " + DATA.length() + "\r\n\r\n";
            out.write((head + (request.method().equals("HEAD") ? "" : DATA)).getBytes(StandardCharsets.US_ASCII));
        });
        server = LocalServer.start(
                directory,
                Map.of(
                        "DEFAULT.enabled_backends", "local:file,web:http",
                        "glance_store.default_backend", "local",
                        "local.filesystem_store_datadir",
                                directory.resolve("images").toString(),
                        "web.store_description", "other servers",
                        "predella.fetch_allowed_networks", "127.0.0.0/8"));
        image = Api.admin(URI.create(server.address())).createActive(DATA.getBytes(StandardCharsets.US_ASCII));
        server.close();
        pointAt(directory, web.url("/disk"));
        server.start();
        owner = Api.admin(URI.create(server.address()));
    }

    @AfterAll
    void stop() {
        server.close();
        web.close();
    }

    @Test
    void theStoreIsListedAsOneThatOnlyReads() {
        var stores =
                Api.json(owner.get("/v2/info/stores")).getJsonArray("stores").getValuesAs(JsonObject.class).stream()
                        .collect(Collectors.toMap(store -> store.getString("id"), store -> store));

        assertEquals("true", stores.get("web").getString("read-only"));
        assertEquals("other servers", stores.get("web").getString("description"));
        assertFalse(stores.get("local").containsKey("read-only"));
    }

    @Test
    void itTakesNoUploads() throws Exception {
        String waiting = owner.createRaw();
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/v2/images/" + waiting + "/file"))
                .header("X-Auth-Token", owner.token())
                .header("X-Image-Meta-Store", "web")
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofString("data"))
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertEquals(410, answer.statusCode());
        assertEquals("queued", Api.json(owner.get("/v2/images/" + waiting)).getString("status"));
    }

    @Test
    void itsImageIsReadAsAWholeAndInPartsAndForgottenWithoutHarm() throws Exception {
        var whole = owner.get("/v2/images/" + image + "/file");
        var part = HttpRequest.newBuilder(URI.create(server.address() + "/v2/images/" + image + "/file"))
                .header("X-Auth-Token", owner.token())
                .header("Range", "bytes=5-8")
                .build();
        var stretch = HttpClient.newHttpClient().send(part, BodyHandlers.ofString());
        var deleted = owner.delete("/v2/images/" + image);

        assertEquals(DATA, whole.body());
        assertEquals(206, stretch.statusCode());
        assertEquals(DATA.substring(5, 9), stretch.body());
        assertEquals(204, deleted.statusCode());
        assertTrue(web.requests().stream().noneMatch(request -> request.method().equals("DELETE")));
    }

    private void pointAt(Path directory, String url) throws SQLException {
        String database = "jdbc:derby:" + directory.resolve("database");
        try (var connection = DriverManager.getConnection(database);
                var change = connection.prepareStatement(
                        "UPDATE image_locations SET value = ?, meta_data = NULL WHERE image_id = ?")) {
            change.setString(1, url);
            change.setString(2, image);
            assertEquals(1, change.executeUpdate());
        }
        try {
            DriverManager.getConnection(database + ";shutdown=true").close();
        } catch (SQLException asAlways) {
            assertEquals("08006", asAlways.getSQLState());
        }
    }
}
