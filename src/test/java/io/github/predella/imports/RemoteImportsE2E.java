package io.github.predella.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Imports from other regions. Region two is the same service under another address, so that one token counts in both;
 * region odd answers as no region should.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteImportsE2E {

    private static final String SOMEWHERE = "11111111-2222-4333-8444-55555555555";

    private static final byte[] DATA = Bytes.noise(300_000);

    private Path directory;
    private ScriptedServer odd;
    private LocalServer server;
    private Api owner;

    @BeforeAll
    void start(@TempDir Path temporary) {
        directory = temporary;
        odd = new ScriptedServer();
        server = LocalServer.start(
                temporary.resolve("data"),
                Map.of(
                        "DEFAULT.enabled_import_methods",
                        "[glance-direct,web-download,copy-image,glance-download]",
                        "predella.other_regions",
                        "two:http://127.0.0.1:${predella.port}/v2/,odd:" + odd.url(""),
                        "import_filtering_opts.allowed_ports",
                        "",
                        "predella.fetch_allowed_networks",
                        "127.0.0.1/32",
                        "predella.node_patience",
                        "6"));
        owner = Api.admin(URI.create(server.address()));
        int last = 0;
        show(last++, "{'status':'queued','size':null}");
        show(last++, "{'status':'active','size':9,'disk_format':'raw','container_format':'bare'}");
        show(
                last++,
                "{'status':'active','size':4,'disk_format':'raw','container_format':'bare','os_hash_algo':'sha512',"
                        + "'os_hash_value':'00','hw_a':'new','os_type':'linux'}");
        show(last++, "{'status':'active','size':4,'disk_format':'strange','container_format':'bare'}");
        show(last++, "[]");
        show(last, "{'status':");
    }

    /** Image number {@code last} of region odd, which has four bytes of data. */
    private void show(int last, String json) {
        String body = json.replace('\'', '"');
        odd.at("/v2/images/" + SOMEWHERE + last, "HTTP/1.1 200 OK\nContent-Length: " + body.length() + "\n\n" + body);
        odd.at("/v2/images/" + SOMEWHERE + last + "/file", "HTTP/1.1 200 OK\nContent-Length: 4\n\nfour");
    }

    @AfterAll
    void stop() throws IOException {
        odd.close();
        server.close();
    }

    private HttpResponse<String> send(String id, String region, String remote) {
        return owner.post("/v2/images/" + id + "/import", """
                {"method":{"name":"glance-download","glance_region":"%s","glance_image_id":"%s"}}""".formatted(region, remote));
    }

    @Test
    void imageOfAnotherRegionComesWithItsFormatsAndSomeProperties() throws IOException {
        String source = owner.create("{\"disk_format\":\"raw\",\"container_format\":\"bare\",\"name\":\"source\","
                + "\"os_distro\":\"debian\",\"hw_disk_bus\":\"virtio\",\"own\":\"x\"}");
        Api.expect(owner.upload(source, DATA), 204);
        String id = owner.create("{\"disk_format\":\"iso\",\"container_format\":\"ovf\",\"name\":\"copy\"}");

        assertEquals(202, send(id, "TWO", source).statusCode());

        var image = owner.ended(id);
        assertEquals("active", image.getString("status"), () -> owner.task(id).toString());
        assertEquals("raw", image.getString("disk_format"));
        assertEquals("bare", image.getString("container_format"));
        assertEquals("debian", image.getString("os_distro"));
        assertEquals("virtio", image.getString("hw_disk_bus"));
        assertEquals("copy", image.getString("name"));
        assertFalse(image.containsKey("own"));
        assertEquals(owner.image(source).getString("os_hash_value"), image.getString("os_hash_value"));
        assertArrayEquals(
                DATA,
                owner.send(
                                "GET",
                                "/v2/images/" + id + "/file",
                                Map.of(),
                                BodyPublishers.noBody(),
                                BodyHandlers.ofByteArray())
                        .body());
        assertEquals(List.of(), filesWith(owner.token()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9})
    void whatIsNotAsItShouldBeLeavesEverythingAsItWas(int last) {
        String id = owner.create(
                "{\"disk_format\":\"iso\",\"container_format\":\"ovf\",\"name\":\"copy\",\"hw_a\":\"mine\"}");
        var before = owner.image(id);

        assertEquals(202, send(id, "odd", SOMEWHERE + last).statusCode());

        var image = owner.ended(id);
        assertEquals("queued", image.getString("status"));
        for (String name : before.keySet()) {
            if (!name.equals("updated_at")) {
                assertEquals(before.get(name), image.get(name), name);
            }
        }
        assertFalse(image.containsKey("os_type"));
        assertEquals("failure", owner.task(id).getString("status"));
        assertTrue(owner.task(id).getString("message").length() > 10, () -> owner.task(id)
                .toString());
        Await.until(() -> !Files.exists(directory.resolve("data/staging").resolve(id)));
    }

    @Test
    void whatCannotBeAnImageIsRefusedAtOnce() {
        String id = owner.createRaw();

        assertEquals(400, send(id, "nowhere", SOMEWHERE + 1).statusCode());
        assertEquals(400, send(id, "two", "no-id").statusCode());
        assertEquals(
                400,
                owner.post("/v2/images/" + id + "/import", "{\"method\":{\"name\":\"glance-download\"}}")
                        .statusCode());
        assertEquals("queued", owner.image(id).getString("status"));
    }

    @Test
    void imageOfADeadProcessWaitsForDataAgain() throws IOException {
        odd.at("/v2/images/" + SOMEWHERE + "7", (request, out) -> {
            String body =
                    "{\"status\":\"active\",\"size\":9000000,\"disk_format\":\"raw\",\"container_format\":\"bare\"}";
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(US_ASCII));
        });
        odd.at("/v2/images/" + SOMEWHERE + "7/file", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n".getBytes(US_ASCII));
            out.write(new byte[1_000_000]);
            out.flush();
            Thread.sleep(50_000);
        });
        String id = owner.create("{\"disk_format\":\"iso\",\"container_format\":\"ovf\"}");
        assertEquals(202, send(id, "odd", SOMEWHERE + "7").statusCode());
        Await.until(() ->
                odd.requests().stream().anyMatch(request -> request.target().endsWith(SOMEWHERE + "7/file")));

        server.kill();
        server.start();
        owner = Api.admin(URI.create(server.address()));

        Await.until(() -> "queued".equals(owner.image(id).getString("status")));
        assertEquals("iso", owner.image(id).getString("disk_format"));
        assertEquals("ovf", owner.image(id).getString("container_format"));
        owner.ended(id);
        assertEquals("failure", owner.task(id).getString("status"));
    }

    /** The files of the service in which there is such a text. */
    private List<String> filesWith(String text) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }
}
