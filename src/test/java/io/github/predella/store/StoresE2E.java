package io.github.predella.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several stores as an operator configures them, seen and chosen from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoresE2E {

    private static final byte[] DATA = Bytes.noise(70_000);

    private Path directory;
    private LocalServer server;
    private Api owner;

    @BeforeAll
    void start(@TempDir Path temporary) {
        directory = temporary;
        server = LocalServer.start(
                temporary.resolve("data"),
                Map.of(
                        "DEFAULT.enabled_backends", "slow:file,fast:file,web:http",
                        "glance_store.default_backend", "slow",
                        "slow.store_description", "many small disks",
                        "slow.filesystem_store_datadirs",
                                temporary.resolve("spare") + ":1," + temporary.resolve("main") + ":200",
                        "slow.filesystem_store_file_perm", "640",
                        "fast.weight", "50",
                        "fast.filesystem_store_datadir",
                                temporary.resolve("fast").toString()));
        owner = Api.admin(URI.create(server.address()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void storesAreListedInTheirOrder() {
        var stores = stores("/v2/info/stores");

        assertEquals(List.of("slow", "fast", "web"), ids(stores));
        assertEquals("many small disks", stores.get(0).getString("description"));
        assertEquals("true", stores.get(0).getString("default"));
        assertFalse(stores.get(1).containsKey("default"));
        assertEquals("true", stores.get(2).getString("read-only"));
    }

    @Test
    void administratorsSeeHowTheyAreSetUp() {
        var stores = stores("/v2/info/stores/detail");

        assertEquals(List.of("slow", "fast", "web"), ids(stores));
        assertEquals(
                List.of("file", "file", "http"),
                stores.stream().map(store -> store.getString("type")).toList());
        assertEquals(
                List.of(0, 50, 0),
                stores.stream().map(store -> store.getInt("weight")).toList());
        assertTrue(stores.get(1).getJsonObject("properties").containsKey("data_dir"), () -> stores.toString());
        assertEquals(JsonObject.EMPTY_JSON_OBJECT, stores.get(2).getJsonObject("properties"));
    }

    @Test
    void dataGoesToTheDirectoryOfHighestPriority() throws IOException {
        String id = owner.createActive(DATA);

        Path file = directory.resolve("main").resolve(id);
        assertArrayEquals(DATA, Files.readAllBytes(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("slow", owner.image(id).getString("stores"));
    }

    @Test
    void callersChooseTheStoreOfTheirUpload() {
        String id = owner.createRaw();

        assertEquals(204, upload(id, "fast").statusCode());

        assertTrue(Files.exists(directory.resolve("fast").resolve(id)));
        assertEquals("fast", owner.image(id).getString("stores"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"os_glance_staging_store", "os_glance_tasks_store", "nowhere"})
    void ownAreasAreNoStoresForCallers(String store) {
        String id = owner.createActive(DATA);
        String waiting = owner.createRaw();
        String copy = "{\"method\":{\"name\":\"copy-image\"},\"stores\":[\"" + store + "\"]}";

        assertEquals(400, upload(waiting, store).statusCode());
        assertEquals(
                400, owner.get("/v2/images/" + id + "/file?prefer=" + store).statusCode());
        assertEquals(409, owner.post("/v2/images/" + id + "/import", copy).statusCode());
        assertEquals(409, owner.delete("/v2/stores/" + store + "/" + id).statusCode());
        assertEquals("queued", owner.image(waiting).getString("status"));
    }

    @Test
    void storesOfHighestWeightAreReadFirstUnlessOthersArePreferred() throws IOException {
        String id = inBoth();
        byte[] marked = DATA.clone();
        marked[0] ^= 1;
        Files.write(directory.resolve("fast").resolve(id), marked);

        assertEquals("fast,slow", owner.image(id).getString("stores"));
        assertArrayEquals(marked, downloaded(id, ""));
        assertArrayEquals(DATA, downloaded(id, "?prefer=slow"));
        assertArrayEquals(DATA, downloaded(id, "?prefer=web,slow"));
        assertArrayEquals(marked, downloaded(id, "?prefer=fast,slow"));
    }

    @Test
    void nextCopyIsReadWhenTheFirstIsGone() throws IOException {
        String id = inBoth();
        Files.delete(directory.resolve("fast").resolve(id));

        assertArrayEquals(DATA, downloaded(id, ""));
        assertArrayEquals(DATA, downloaded(id, "?prefer=fast"));
    }

    @Test
    void copyOfOneStoreIsDeletedButNotTheLast() {
        String id = inBoth();

        assertEquals(404, owner.delete("/v2/stores/web/" + id).statusCode());
        assertEquals(204, owner.delete("/v2/stores/fast/" + id).statusCode());

        assertFalse(Files.exists(directory.resolve("fast").resolve(id)));
        assertEquals("slow", owner.image(id).getString("stores"));
        assertEquals(403, owner.delete("/v2/stores/slow/" + id).statusCode());
        assertEquals(403, owner.delete("/v2/stores/web/" + id).statusCode());
        assertArrayEquals(DATA, downloaded(id, ""));
    }

    private String inBoth() {
        String id = owner.createActive(DATA);
        Api.expect(
                owner.post(
                        "/v2/images/" + id + "/import", "{\"method\":{\"name\":\"copy-image\"},\"stores\":[\"fast\"]}"),
                202);
        Await.until(() -> owner.image(id).getString("stores").contains("fast")
                && !owner.image(id).containsKey("os_glance_import_task"));
        return id;
    }

    private HttpResponse<String> upload(String id, String store) {
        return owner.send(
                "PUT",
                "/v2/images/" + id + "/file",
                Map.of("Content-Type", "application/octet-stream", "X-Image-Meta-Store", store),
                BodyPublishers.ofByteArray(DATA));
    }

    private byte[] downloaded(String id, String question) {
        return owner.send(
                        "GET",
                        "/v2/images/" + id + "/file" + question,
                        Map.of(),
                        BodyPublishers.noBody(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    private List<JsonObject> stores(String path) {
        var answer = owner.get(path);
        Api.expect(answer, 200);
        return Api.json(answer).getJsonArray("stores").getValuesAs(JsonObject.class);
    }

    private static List<String> ids(List<JsonObject> stores) {
        return stores.stream().map(store -> store.getString("id")).collect(Collectors.toList());
    }
}
