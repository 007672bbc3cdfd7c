package io.github.predella.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.MortalDatabase;
import io.github.predella.testing.TestingDatabase;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service on each of its databases, from outside. */
class DatabasesE2E {

    private static final byte[] DATA = Bytes.noise(300_000);

    @TempDir
    private Path directory;

    private LocalServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneStoryHoldsOnEveryDatabase(Dialect dialect) {
        var api = start(dialect);

        var images = IntStream.range(0, 7)
                .mapToObj(number -> api.create("""
                        {"name":"n%d","min_ram":%d,"disk_format":"raw","container_format":"bare","tags":["t%d","all"],
                        "os_distro":"debian","number":"%d"}""".formatted(number % 3, number, number % 2, number)))
                .toList();
        String first = images.get(0);
        Api.expect(api.upload(first, DATA), 204);
        Api.expect(api.patch(first, """
                        [{"op":"replace","path":"/name","value":"ä"},{"op":"remove","path":"/number"},
                        {"op":"add","path":"/number","value":"again"},{"op":"replace","path":"/visibility","value":"shared"},
                        {"op":"replace","path":"/tags","value":["t0"]}]"""), 200);
        Api.expect(api.post("/v2/images/" + first + "/members", "{\"member\":\"other\"}"), 200);
        Api.expect(api.delete("/v2/images/" + first + "/members/other"), 204);
        Api.expect(api.post("/v2/images/" + first + "/members", "{\"member\":\"other\"}"), 200);
        api.stage(images.get(1), DATA);
        Api.expect(
                api.post("/v2/images/" + images.get(1) + "/import", "{\"method\":{\"name\":\"glance-direct\"}}"), 202);
        var imported = api.ended(images.get(1));
        Api.expect(api.delete("/v2/images/" + images.get(6)), 204);

        assertEquals("active", imported.getString("status"));
        assertEquals("success", api.task(images.get(1)).getString("status"));
        assertEquals(List.of("n0", "n1", "n1", "n2", "n2", "ä"), sorted(names(api, "sort=name:asc&limit=2")));
        assertEquals(List.of("1", "2", "3", "4", "5"), sorted(numbers(api, "sort=created_at:asc&limit=2&tag=all")));
        assertEquals(List.of("1", "3", "5"), sorted(numbers(api, "tag=t1&os_distro=debian")));
        assertEquals(List.of("again"), numbers(api, "size_min=300000&number=again"));
        server.kill();
        server.start();
        var after = Api.admin(URI.create(server.address()));
        assertArrayEquals(DATA, after.downloaded(first));
        assertEquals("again", after.image(first).getString("number"));
        assertEquals(
                "other",
                Api.json(after.get("/v2/images/" + first + "/members"))
                        .getJsonArray("members")
                        .getJsonObject(0)
                        .getString("member_id"));
        assertEquals(404, after.get("/v2/images/" + images.get(6)).statusCode());
        assertEquals(6, names(after, "limit=4").size());
    }

    /** Connections of before are of no use, and nobody has to start the service again. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aDatabaseThatWasAwayIsUsedAgain(Dialect dialect) {
        try (var databases = MortalDatabase.of(dialect)) {
            server = LocalServer.start(
                    directory.resolve("data"), Map.of("database.connection", databases.newDatabase()));
            var api = Api.admin(URI.create(server.address()));
            String image = api.createActive(DATA);

            databases.kill();
            int meanwhile = api.get("/v2/images/" + image).statusCode();
            databases.begin();

            assertTrue(meanwhile >= 500, "answered " + meanwhile);
            Await.until(() -> api.get("/v2/images/" + image).statusCode() == 200);
            assertArrayEquals(DATA, api.downloaded(image));
            assertTrue(server.process().isAlive());
        }
    }

    private Api start(Dialect dialect) {
        Map<String, String> settings = dialect == Dialect.DERBY
                ? Map.of()
                : Map.of("database.connection", TestingDatabase.newDatabase(dialect));
        server = LocalServer.start(directory.resolve("data"), settings);
        return Api.admin(URI.create(server.address()));
    }

    private static List<String> names(Api api, String query) {
        return all(api, query).stream().map(image -> image.getString("name")).toList();
    }

    private static List<String> numbers(Api api, String query) {
        return all(api, query).stream().map(image -> image.getString("number")).toList();
    }

    /** Databases order letters beyond ASCII in their own ways, and some keep whole seconds. */
    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    /** All pages, by the links in them. */
    private static List<JsonObject> all(Api api, String query) {
        var found = new ArrayList<JsonObject>();
        String page = "/v2/images?" + query;
        while (page != null) {
            var answer = api.get(page);
            Api.expect(answer, 200);
            var shown = Api.json(answer);
            found.addAll(shown.getJsonArray("images").getValuesAs(JsonObject.class));
            page = shown.get("next") instanceof JsonString next ? next.getString() : null;
        }
        return found;
    }
}
