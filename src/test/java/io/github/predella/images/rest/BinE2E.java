package io.github.predella.images.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deleted images whose data is kept: they come back whole, or go for good, whatever happens to the process. */
class BinE2E {

    private static final byte[] DATA = Bytes.noise(200_000);

    @TempDir
    private Path directory;

    private LocalServer start(int keepSeconds) {
        return LocalServer.start(
                directory.resolve("data"),
                Map.of(
                        "DEFAULT.delayed_delete",
                        "true",
                        "predella.image_count_total",
                        "100",
                        "DEFAULT.scrub_time",
                        String.valueOf(keepSeconds),
                        "DEFAULT.wakeup_time",
                        "1",
                        "DEFAULT.scrub_pool_size",
                        "3"));
    }

    @Test
    void deletionIsTakenBackWholeOrNotAtAll() {
        try (var server = start(5)) {
            var api = Api.admin(URI.create(server.address()));
            String id = api.create("{\"name\":\"n\",\"disk_format\":\"raw\",\"container_format\":\"bare\","
                    + "\"tags\":[\"a\",\"b\"],\"os_distro\":\"debian\",\"gone\":\"x\"}");
            Api.expect(api.upload(id, DATA), 204);
            Api.expect(api.patch(id, "[{\"op\":\"remove\",\"path\":\"/gone\"}]"), 200);
            Api.expect(api.post("/v2/images/" + id + "/members", "{\"member\":\"p2\"}"), 200);
            var before = api.image(id);

            Api.expect(api.delete("/v2/images/" + id), 204);

            assertEquals(404, api.get("/v2/images/" + id).statusCode());
            assertEquals(404, api.delete("/v2/images/" + id).statusCode());
            for (String query :
                    List.of("", "?status=pending_delete", "?status=deleted", "?deleted=true", "?id=" + id)) {
                assertEquals(List.of(), Api.json(api.get("/v2/images" + query)).getJsonArray("images"), query);
            }
            assertEquals(0, used(api));
            assertEquals(1, files(id).size());

            Api.expect(api.post("/v2/images/" + id + "/actions/restore", ""), 204);

            assertEquals(without(before), without(api.image(id)));
            assertEquals(
                    1,
                    Api.json(api.get("/v2/images/" + id + "/members"))
                            .getJsonArray("members")
                            .size());
            assertArrayEquals(
                    DATA,
                    api.send(
                                    "GET",
                                    "/v2/images/" + id + "/file",
                                    Map.of(),
                                    BodyPublishers.noBody(),
                                    BodyHandlers.ofByteArray())
                            .body());
            assertEquals(
                    409, api.post("/v2/images/" + id + "/actions/restore", "").statusCode());

            Api.expect(api.delete("/v2/images/" + id), 204);
            Await.until(() -> files(id).isEmpty());
            Await.until(
                    () -> api.post("/v2/images/" + id + "/actions/restore", "").statusCode() == 404);
            assertEquals(409, api.post("/v2/images", "{\"id\":\"" + id + "\"}").statusCode());
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNextOne() {
        try (var server = start(3)) {
            var api = Api.admin(URI.create(server.address()));
            var ids = new ArrayList<String>();
            for (int i = 0; i < 40; i++) {
                ids.add(api.createActive(Bytes.noise(1000)));
            }
            ids.forEach(id -> Api.expect(api.delete("/v2/images/" + id), 204));
            Await.until(() -> ids.stream().anyMatch(id -> files(id).isEmpty()));

            server.kill();
            server.start();

            // The lease of the killed process ends after a minute.
            for (int patience = 0; patience < 5 && !gone(ids); patience++) {
                awaitForAWhile(ids);
            }
            Await.until(() -> gone(ids));
            var again = Api.admin(URI.create(server.address()));
            assertEquals(0, used(again));
            Await.until(() -> ids.stream()
                    .allMatch(id -> again.post("/v2/images/" + id + "/actions/restore", "")
                                    .statusCode()
                            == 404));
        }
    }

    private void awaitForAWhile(List<String> ids) {
        try {
            Await.until(() -> gone(ids));
        } catch (AssertionError notYet) {
            // Looked at again by the caller.
        }
    }

    private boolean gone(List<String> ids) {
        return ids.stream().allMatch(id -> files(id).isEmpty());
    }

    private static int used(Api api) {
        return Api.json(api.get("/v2/info/usage"))
                .getJsonObject("usage")
                .getJsonObject("image_count_total")
                .getInt("usage");
    }

    /** The image without the time of its last change. */
    private static JsonObject without(JsonObject image) {
        return Json.createObjectBuilder(image).remove("updated_at").build();
    }

    private List<Path> files(String id) {
        try (var all = Files.walk(directory.resolve("data/images"))) {
            return all.filter(file -> file.getFileName().toString().contains(id))
                    .toList();
        } catch (IOException | UncheckedIOException movedMeanwhile) {
            return List.of(directory);
        }
    }
}
