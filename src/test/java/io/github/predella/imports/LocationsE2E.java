package io.github.predella.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Personas;
import io.github.predella.testing.ScriptedServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the data of images is, told and changed by callers, in a server with two file stores and a web store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocationsE2E {

    /** As images-api, "Role matrix", has it: the personas are its columns. */
    private static final String MATRIX = """
            GET  | private   | 200 403 403 404 404 404 404 404 404
            GET  | shared    | 200 403 403 403 403 404 404 404 404
            GET  | community | 200 403 403 403 403 403 403 200 404
            GET  | public    | 200 403 403 403 403 403 403 200 404
            POST | private   | 202 202 403 404 404 404 404 404 404
            POST | shared    | 202 202 403 403 403 404 404 404 404
            POST | community | 202 202 403 403 403 403 403 202 404
            POST | public    | 202 202 403 403 403 403 403 202 404
            """;

    private static final byte[] DATA = Bytes.noise(300_000);

    private final ScriptedServer web = new ScriptedServer();
    private Path directory;
    private LocalServer server;
    private Personas personas;
    private Api admin;
    private Api owner;

    @BeforeAll
    void start(@TempDir Path temporary) {
        directory = temporary;
        server = LocalServer.start(
                temporary.resolve("data"),
                Map.of(
                        "DEFAULT.enabled_backends", "local:file,second:file,web:http",
                        "glance_store.default_backend", "local",
                        "local.filesystem_store_datadir",
                                temporary.resolve("local").toString(),
                        "second.filesystem_store_datadir",
                                temporary.resolve("second").toString(),
                        "DEFAULT.show_multiple_locations", "true",
                        "DEFAULT.show_image_direct_url", "true",
                        "predella.fetch_allowed_networks", "127.0.0.1/32",
                        "predella.node_patience", "6"));
        web.at("/disk", (request, out) -> {
            out.write(head(DATA.length));
            if (!request.method().equals("HEAD")) {
                out.write(DATA);
            }
        });
        web.at("/other", (request, out) -> {
            out.write(head(7));
            out.write(request.method().equals("HEAD") ? new byte[0] : new byte[7]);
        });
        web.at("/stalled", (request, out) -> {
            out.write(head(DATA.length));
            while (!request.method().equals("HEAD")) {
                out.write(1);
                out.flush();
                Thread.sleep(20);
            }
        });
        enter();
    }

    private void enter() {
        personas = Personas.at(URI.create(server.address()));
        admin = personas.admin();
        owner = personas.owner();
    }

    private static byte[] head(int length) {
        return ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n").getBytes(US_ASCII);
    }

    @AfterAll
    void stop() {
        server.close();
        web.close();
    }

    @Test
    void everybodyMayWhatTheMatrixSays() {
        var differences = new ArrayList<String>();

        MATRIX.lines().forEach(line -> {
            String[] row = line.split("\\|", -1);
            var wanted = Stream.of(row[2].strip().split(" ", -1))
                    .map(Integer::valueOf)
                    .toList();
            var actual = personas.all().stream()
                    .map(caller -> act(caller, row[0].strip(), row[1].strip()))
                    .toList();
            if (!wanted.equals(actual)) {
                differences.add(row[0] + row[1] + ": " + wanted + " but was " + actual);
            }
        });

        assertEquals(List.of(), differences);
    }

    private int act(Api caller, String method, String visibility) {
        String id = method.equals("GET") ? owner.createActive(new byte[] {1}) : owner.createRaw();
        Api.expect(
                owner.post(
                        "/v2/images/" + id + "/members",
                        "{\"member\":\"" + personas.share().project() + "\"}"),
                200);
        if (!visibility.equals("shared")) {
            Api.expect(
                    admin.patch(id, "[{\"op\":\"replace\",\"path\":\"/visibility\",\"value\":\"" + visibility + "\"}]"),
                    200);
        }
        var answer = method.equals("GET")
                ? caller.get("/v2/images/" + id + "/locations")
                : tell(caller, id, web.url("/disk"), "");
        return answer.statusCode();
    }

    @Test
    void toldDataIsThereAndMeasuredAfterwards() {
        String id = owner.createRaw();

        assertEquals(202, tell(owner, id, web.url("/disk"), "").statusCode());

        var image = owner.ended(id);
        assertEquals("active", image.getString("status"));
        assertEquals("web", image.getString("stores"));
        assertEquals(DATA.length, image.getInt("size"));
        assertEquals(hash("SHA-512"), image.getString("os_hash_value"));
        assertEquals(hash("MD5"), image.getString("checksum"));
        assertEquals(web.url("/disk"), image.getString("direct_url"));
        assertEquals("location_import", owner.task(id).getString("type"));
        assertEquals("success", owner.task(id).getString("status"));
        assertArrayEquals(DATA, owner.downloaded(id));
        assertEquals(409, tell(owner, id, web.url("/disk"), "").statusCode());
    }

    @Test
    void servicesSeeWhereItIs() {
        String id = owner.createRaw();
        Api.expect(tell(owner, id, web.url("/disk"), ""), 202);
        owner.ended(id);

        var listed = array(admin.get("/v2/images/" + id + "/locations"));

        assertEquals(1, listed.size());
        assertEquals(web.url("/disk"), listed.getJsonObject(0).getString("url"));
        assertEquals("web", listed.getJsonObject(0).getJsonObject("metadata").getString("store"));
    }

    @Test
    void dataIsHeldToWhatItIsSaidToBe() {
        String good = owner.createRaw();
        String bad = owner.createRaw();

        Api.expect(tell(owner, good, web.url("/disk"), claim("sha256", hash("SHA-256"))), 202);
        Api.expect(tell(owner, bad, web.url("/other"), claim("sha256", hash("SHA-256"))), 202);

        assertEquals(hash("SHA-256"), owner.ended(good).getString("os_hash_value"));
        assertEquals("queued", owner.ended(bad).getString("status"));
        assertEquals("failure", owner.task(bad).getString("status"));
        assertTrue(owner.task(bad).getString("message").contains("hash"), () -> owner.task(bad)
                .toString());
        Api.expect(tell(owner, bad, web.url("/disk"), ""), 202);
        assertEquals("active", owner.ended(bad).getString("status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.169.254/latest", "http://[::1]:1/", "http://10.0.0.1/", "http://localhost./x"})
    void innerServersAreNotReached(String url) {
        String id = owner.createRaw();

        Api.expect(tell(owner, id, url, ""), 202);

        assertEquals("queued", owner.ended(id).getString("status"));
        assertEquals("failure", owner.task(id).getString("status"));
        assertFalse(owner.task(id).getString("message").contains("169.254"));
        assertEquals(400, owner.patch(id, add("-", place(url, "{}"))).statusCode());
        assertEquals("queued", owner.image(id).getString("status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hosts",
                "FILE:///etc/hosts",
                "filesystem:///etc/hosts",
                "swift+config://account/container/object",
                "/etc/hosts"
            })
    void nothingOfTheServersOwnIsTakenForData(String url) {
        String id = owner.createRaw();
        Api.expect(admin.patch(id, "[{\"op\":\"replace\",\"path\":\"/visibility\",\"value\":\"public\"}]"), 200);

        assertEquals(403, tell(owner, id, url, "").statusCode());
        assertEquals(403, tell(admin, id, url, "").statusCode());
        assertEquals(400, tell(personas.named("service"), id, url, "").statusCode());
        assertEquals(400, owner.patch(id, add("-", place(url, "{}"))).statusCode());
        assertEquals("queued", owner.image(id).getString("status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'url':17}",
                "{'url':'http://a/b','validation_data':{'os_hash_algo':'sha512'}}",
                "{'url':'http://a/b','validation_data':{'os_hash_algo':'sha512','os_hash_value':'0'}}",
                "{'url':'http://a/b','validation_data':{'os_hash_algo':'crc','os_hash_value':'0'}}",
                "{'url':'http://a/b','validation_data':{'more':1}}",
                "{'url':'httpq:nothing'}"
            })
    void requestsThatMakeNoSenseChangeNothing(String body) {
        String id = owner.createRaw();
        var before = owner.image(id);

        assertEquals(
                400,
                owner.post("/v2/images/" + id + "/locations", body.replace('\'', '"'))
                        .statusCode());

        assertEquals(before, owner.image(id));
    }

    @Test
    void patchesAddDescribeAndRemovePlaces() {
        String id = owner.createRaw();
        String url = web.url("/disk");
        String data = "{\"os_hash_algo\":\"sha512\",\"os_hash_value\":\"" + hash("SHA-512") + "\"}";
        String first = "{\"url\":\"" + url + "\",\"metadata\":{},\"validation_data\":" + data + "}";

        var added = owner.patch(id, add("-", first));
        var more = owner.patch(id, add("0", place(url, "{\"side\":\"a\"}")));
        var described = owner.patch(
                id,
                "[{\"op\":\"replace\",\"path\":\"/locations\",\"value\":[" + place(url, "{\"side\":\"b\"}") + ","
                        + place(url, "{\"side\":\"c\"}") + "]}]");
        var refused = owner.patch(id, "[{\"op\":\"remove\",\"path\":\"/locations/0\"}]");
        var removed = admin.patch(id, "[{\"op\":\"remove\",\"path\":\"/locations/0\"}]");

        assertEquals(200, added.statusCode(), added.body());
        var echoed = Api.json(added).getJsonArray("locations").getJsonObject(0);
        assertEquals(hash("SHA-512"), echoed.getJsonObject("validation_data").getString("os_hash_value"));
        assertEquals("active", Api.json(added).getString("status"));
        assertEquals(200, more.statusCode(), more.body());
        assertEquals("web,web", Api.json(more).getString("stores"));
        assertEquals(200, described.statusCode(), described.body());
        assertEquals(403, refused.statusCode(), refused.body());
        assertEquals(200, removed.statusCode(), removed.body());
        var left = owner.image(id).getJsonArray("locations");
        assertEquals(1, left.size());
        assertEquals("c", left.getJsonObject(0).getJsonObject("metadata").getString("side"));
        assertFalse(left.getJsonObject(0).containsKey("validation_data"));
        assertEquals(hash("SHA-512"), owner.image(id).getString("os_hash_value"));
        assertArrayEquals(DATA, owner.downloaded(id));
    }

    @Test
    void otherDataIsNoFurtherPlaceOfAnImage() {
        String id = owner.createActive(DATA);

        assertEquals(
                409, owner.patch(id, add("-", place(web.url("/other"), "{}"))).statusCode());
        assertEquals(
                200, owner.patch(id, add("-", place(web.url("/disk"), "{}"))).statusCode());
        assertEquals(
                400, owner.patch(id, add("-", place(web.url("/disk"), "{}"))).statusCode());

        var image = owner.image(id);
        assertEquals("local,web", image.getString("stores"));
        assertTrue(image.getString("direct_url").startsWith("file://"), image::toString);
    }

    @Test
    void placesAreListedEvenWhenThereAreNone() {
        var image = owner.image(owner.createRaw());

        assertEquals(JsonArray.EMPTY_JSON_ARRAY, image.getJsonArray("locations"));
        assertFalse(image.containsKey("direct_url"));
    }

    @Test
    void placesOfDeactivatedImagesAreForAdministrators() {
        String id = owner.createActive(DATA);
        Api.expect(owner.bare("POST", "/v2/images/" + id + "/actions/deactivate"), 204);

        var seen = owner.image(id);

        assertEquals(JsonArray.EMPTY_JSON_ARRAY, seen.getJsonArray("locations"));
        assertFalse(seen.containsKey("direct_url") || seen.containsKey("stores"), seen::toString);
        assertEquals(1, admin.image(id).getJsonArray("locations").size());
    }

    @Test
    void deletionEndsTheReading() {
        String id = owner.createRaw();
        Api.expect(tell(owner, id, web.url("/stalled"), claim("sha256", hash("SHA-256"))), 202);
        Await.until(() -> "importing".equals(owner.image(id).getString("status")) && web.busy() > 0);

        assertEquals(204, owner.delete("/v2/images/" + id).statusCode());

        Await.until(() -> web.busy() == 0);
    }

    @Test
    void readingCanBeEndedEarly() {
        String id = owner.createRaw();
        Api.expect(tell(owner, id, web.url("/stalled"), claim("sha256", hash("SHA-256"))), 202);
        Await.until(() -> "processing".equals(owner.task(id).getString("status")));

        assertEquals(202, owner.delete("/v2/images/" + id + "/import").statusCode());

        assertEquals("queued", owner.ended(id).getString("status"));
        assertEquals("failure", owner.task(id).getString("status"));
    }

    @Test
    void killedReadingFreesItsImage() {
        String id = owner.createRaw();
        Api.expect(tell(owner, id, web.url("/stalled"), claim("sha256", hash("SHA-256"))), 202);
        Await.until(() -> "processing".equals(owner.task(id).getString("status")));

        server.kill();
        server.start();

        assertEquals("queued", owner.ended(id).getString("status"));
        assertEquals("failure", owner.task(id).getString("status"));
        Api.expect(tell(owner, id, web.url("/disk"), ""), 202);
        assertEquals("active", owner.ended(id).getString("status"));
    }

    @Test
    void storedCopiesAreVerified() throws IOException {
        String id = owner.createActive(DATA);
        Path file = directory.resolve("local").resolve(id);

        assertEquals("good", verified(id, "local"));
        byte[] damaged = DATA.clone();
        damaged[123_456] ^= 1;
        Files.write(file, damaged);
        assertEquals("bad", verified(id, "local"));
        Files.delete(file);
        assertEquals("missing", verified(id, "local"));
        assertEquals("active", owner.image(id).getString("status"));
        assertEquals("local", owner.image(id).getString("stores"));
    }

    @Test
    void onlyAdministratorsVerifyAndOnlyWhatIsThere() {
        String id = owner.createActive(DATA);
        String local = "/v2/images/" + id + "/stores/local/verify";

        assertEquals(403, owner.bare("POST", local).statusCode());
        assertEquals(404, personas.other().bare("POST", local).statusCode());
        assertEquals(
                404,
                admin.bare("POST", "/v2/images/" + id + "/stores/second/verify").statusCode());
        assertEquals(
                409,
                admin.bare("POST", "/v2/images/" + owner.createRaw() + "/stores/local/verify")
                        .statusCode());
        assertEquals(405, admin.get(local).statusCode());
    }

    @Test
    void storeThatHasFailedIsTriedAgainByTheOwner() throws IOException {
        String id = staged(DATA);
        String retry = "/v2/images/" + id + "/stores/second/retry";
        assertEquals(409, owner.bare("POST", retry).statusCode());
        var second = directory.resolve("second");
        var away = directory.resolve("away");
        Files.move(second, away);
        Files.createFile(second);
        Api.expect(owner.post("/v2/images/" + id + "/import", """
                        {"method":{"name":"glance-direct"},"stores":["local","second"],
                         "all_stores_must_succeed":false}"""), 202);
        assertEquals("second", owner.ended(id).getString("os_glance_failed_import"));
        assertEquals("local", owner.image(id).getString("stores"));

        Files.delete(second);
        Files.move(away, second);
        assertEquals(403, personas.named("owner reader").bare("POST", retry).statusCode());
        assertEquals(202, owner.bare("POST", retry).statusCode());

        assertEquals("local,second", owner.ended(id).getString("stores"));
        assertEquals("", owner.image(id).getString("os_glance_failed_import"));
        assertArrayEquals(DATA, Files.readAllBytes(second.resolve(id)));
        assertEquals(409, owner.bare("POST", retry).statusCode());
    }

    private String verified(String id, String store) {
        var answer = admin.bare("POST", "/v2/images/" + id + "/stores/" + store + "/verify");
        Api.expect(answer, 202);
        String task = "/v2/tasks/" + Api.json(answer).getString("id");
        Await.until(() -> "success".equals(Api.json(admin.get(task)).getString("status")));
        return Api.json(admin.get(task)).getJsonObject("result").getString("copy");
    }

    private String staged(byte[] data) {
        String id = owner.createRaw();
        owner.stage(id, data);
        return id;
    }

    private static HttpResponse<String> tell(Api caller, String id, String url, String more) {
        return caller.post("/v2/images/" + id + "/locations", "{\"url\":\"" + url + "\"" + more + "}");
    }

    private static String claim(String algorithm, String value) {
        return ",\"validation_data\":{\"os_hash_algo\":\"" + algorithm + "\",\"os_hash_value\":\"" + value + "\"}";
    }

    private static String place(String url, String metadata) {
        return "{\"url\":\"" + url + "\",\"metadata\":" + metadata + "}";
    }

    private static String add(String position, String place) {
        return "[{\"op\":\"add\",\"path\":\"/locations/" + position + "\",\"value\":" + place + "}]";
    }

    private static JsonArray array(HttpResponse<String> answer) {
        Api.expect(answer, 200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readArray();
        }
    }

    private static String hash(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(DATA));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
