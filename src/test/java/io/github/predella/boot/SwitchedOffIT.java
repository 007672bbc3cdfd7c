package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Personas;
import io.github.predella.testing.SharedServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the routes of features answer that are switched off, and what the service tells about itself. */
@SharedServer
@RunAsClient
public class SwitchedOffIT {

    @ArquillianResource
    private URL address;

    private Api admin;
    private Api owner;

    @BeforeEach
    void enter() {
        var personas = Personas.at(URI.create(address.toString()));
        admin = personas.admin();
        owner = personas.owner();
    }

    @Test
    public void tasksAreDescribed() {
        var task = Api.json(owner.get("/v2/schemas/task"));
        var tasks = Api.json(owner.get("/v2/schemas/tasks"));

        assertEquals(List.of("name", "properties"), List.copyOf(task.keySet()));
        assertEquals(
                List.of("id", "type", "status", "input", "result", "owner", "message"),
                List.copyOf(task.getJsonObject("properties").keySet()).subList(0, 7));
        assertEquals(
                List.of("tasks", "schema"),
                List.copyOf(tasks.getJsonObject("properties").keySet()));
        assertEquals(
                "[{\"rel\":\"describedby\",\"href\":\"{schema}\"}]",
                tasks.getJsonArray("links").toString());
        task.getJsonObject("properties")
                .values()
                .forEach(
                        property -> assertTrue(property.asJsonObject().containsKey("description"), property::toString));
    }

    @Test
    public void thereIsNoCache() {
        String id = owner.createActive(new byte[] {1});

        for (String request : List.of(
                "GET /v2/cache",
                "DELETE /v2/cache",
                "PUT /v2/cache/" + id,
                "DELETE /v2/cache/" + id,
                "GET /v2/cache/nodes/" + id,
                "POST /v2/cache/clean",
                "POST /v2/cache/prune")) {
            String[] parts = request.split(" ", 2);

            assertEquals(404, admin.bare(parts[0], parts[1]).statusCode(), request);
            assertEquals(403, owner.bare(parts[0], parts[1]).statusCode(), request);
        }
        assertTrue(
                owner.get("/v2/cache").body().contains("You are not authorized to complete cache_list action."),
                owner.get("/v2/cache").body());
        assertEquals(404, owner.bare("PUT", "/v2/cache/unknown").statusCode());
    }

    @Test
    public void locationsOfOthersAreNotAdopted() {
        String waiting = "/v2/images/" + owner.createRaw() + "/locations";
        String active = "/v2/images/" + owner.createActive(new byte[] {1}) + "/locations";
        String url = "{\"url\":\"http://example.org/disk\"}";

        assertEquals(403, owner.post(waiting, url).statusCode());
        assertEquals(409, owner.post(active, url).statusCode());
        assertEquals(404, owner.post("/v2/images/unknown/locations", url).statusCode());
        for (String body : List.of(
                "{}",
                "{\"url\":17}",
                "{\"url\":\"" + "u".repeat(256) + "\"}",
                "{\"url\":\"http://a/b\",\"validation_data\":{\"os_hash_algo\":\"sha512\"}}",
                "{\"url\":\"http://a/b\",\"validation_data\":{\"os_hash_algo\":\"crc\",\"os_hash_value\":\"0\"}}",
                "{\"url\":\"http://a/b\",\"validation_data\":{\"more\":1}}")) {
            assertEquals(400, owner.post(waiting, body).statusCode(), body);
        }
        assertEquals(
                403, owner.post(waiting, "{\"url\":\"http://a/b\",\"more\":1}").statusCode());
    }

    @Test
    public void nothingOfTheServersOwnIsTakenForData() {
        String id = owner.createRaw();

        for (String url : List.of(
                "file:///etc/hosts",
                "FILE:///etc/hosts",
                "filesystem:///etc/hosts",
                "FileSystem:///etc/hosts",
                "swift+config://account/container/object",
                "/etc/hosts")) {
            for (Api caller : List.of(owner, admin)) {
                var answer = caller.post("/v2/images/" + id + "/locations", "{\"url\":\"" + url + "\"}");

                assertEquals(403, answer.statusCode(), url);
                assertTrue(!answer.body().contains("/etc/hosts"), answer.body());
            }
        }
        assertEquals("queued", owner.image(id).getString("status"));
    }

    @Test
    public void onlyCopyIsNotRemoved() {
        String active = owner.createActive(new byte[] {1});
        String waiting = owner.createRaw();

        assertEquals(403, admin.delete("/v2/stores/local/" + active).statusCode());
        assertEquals(409, admin.delete("/v2/stores/unknown/" + active).statusCode());
        assertEquals(409, admin.delete("/v2/stores/local/" + waiting).statusCode());
        assertEquals(404, admin.delete("/v2/stores/local/unknown").statusCode());
        assertEquals("active", owner.image(active).getString("status"));
    }

    @Test
    public void storesAreDescribed() {
        var stores = Api.json(owner.get("/v2/info/stores")).getJsonArray("stores");
        var details = Api.json(admin.get("/v2/info/stores/detail")).getJsonArray("stores");

        assertEquals("[{\"id\":\"local\",\"default\":\"true\"}]", stores.toString());
        JsonObject local = details.getJsonObject(0);
        assertEquals("file", local.getString("type"));
        assertEquals(0, local.getInt("weight"));
        assertEquals(
                List.of("chunk_size", "data_dir", "thin_provisioning"),
                List.copyOf(local.getJsonObject("properties").keySet()));
        assertEquals("{\"usage\":{}}", owner.get("/v2/info/usage").body());
    }
}
