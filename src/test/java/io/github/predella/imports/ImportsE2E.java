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
import io.github.predella.testing.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports of every kind, in a server with three stores one of which cannot be written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsE2E {

    private static final String DIRECT = "{'method':{'name':'glance-direct'}%s}";

    private static final byte[] WEB = Bytes.noise(500_000);

    private Path directory;
    private ScriptedServer web;
    private LocalServer server;
    private Api owner;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        Files.createDirectories(temporary.resolve("full"));
        server = LocalServer.start(
                temporary.resolve("data"),
                Map.of(
                        "DEFAULT.enabled_backends",
                        "first:file,second:file,full:file",
                        "glance_store.default_backend",
                        "first",
                        "first.filesystem_store_datadir",
                        temporary.resolve("first").toString(),
                        "second.filesystem_store_datadir",
                        temporary.resolve("second").toString(),
                        "full.filesystem_store_datadir",
                        temporary.resolve("full").toString(),
                        "import_filtering_opts.allowed_ports",
                        "",
                        "predella.fetch_allowed_networks",
                        "127.0.0.1/32"));
        web = new ScriptedServer()
                .at("/good", (request, out) -> {
                    out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + WEB.length + "\r\n\r\n").getBytes(US_ASCII));
                    out.write(WEB);
                })
                .at("/cut", "HTTP/1.1 200 OK\nContent-Length: 100\n\nhalf")
                .at("/missing", "HTTP/1.1 404 Not Found\nContent-Length: 0\n\n")
                .at("/inward", "HTTP/1.1 302 Found\nLocation: http://169.254.169.254/latest\nContent-Length: 0\n\n")
                .at("/endless", (request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                    while (true) {
                        out.write(WEB);
                    }
                });
        owner = Api.admin(URI.create(server.address()));
        breakStore();
    }

    /** A directory that is a file takes nothing, whoever asks. */
    private void breakStore() throws IOException {
        try (var files = Files.list(directory.resolve("full"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory.resolve("full"));
        Files.createFile(directory.resolve("full"));
    }

    @AfterAll
    void stop() throws IOException {
        web.close();
        server.close();
    }

    @Test
    void theWaysToImportAreTold() {
        var methods = Api.json(owner.get("/v2/info/import")).getJsonObject("import-methods");

        assertEquals("array", methods.getString("type"));
        assertEquals(
                "[\"glance-direct\",\"web-download\",\"copy-image\"]",
                methods.getJsonArray("value").toString());
    }

    @Test
    void stagedDataBecomesTheImages() {
        byte[] data = Bytes.noise(300_000);
        String id = staged(owner.createRaw(), data);

        assertEquals(202, direct(id, "").statusCode());

        var image = owner.ended(id);
        assertEquals("active", image.getString("status"));
        assertEquals("first", image.getString("stores"));
        assertEquals(300_000, image.getInt("size"));
        assertEquals("", image.getString("os_glance_importing_to_stores"));
        assertEquals("", image.getString("os_glance_failed_import"));
        assertArrayEquals(data, owner.downloaded(id));
        assertEquals("success", owner.task(id).getString("status"));
        assertEquals(List.of("first"), places(id));
    }

    @Test
    void allStoresThatAreAskedForGetIt() {
        byte[] data = Bytes.noise(200_000);
        String id = staged(owner.createRaw(), data);

        assertEquals(202, direct(id, ",'stores':['second','first']").statusCode());

        assertEquals("second,first", owner.ended(id).getString("stores"));
        assertEquals(List.of("first", "second"), places(id));
    }

    @Test
    void oneStoreThatFailsMayBeLeftOut() {
        String id = staged(owner.createRaw(), Bytes.noise(100_000));

        assertEquals(
                202,
                direct(id, ",'all_stores':true,'all_stores_must_succeed':false").statusCode());

        var image = owner.ended(id);
        assertEquals("active", image.getString("status"));
        assertEquals("first,second", image.getString("stores"));
        assertEquals("full", image.getString("os_glance_failed_import"));
        assertEquals(
                "The image store is not available.",
                owner.task(id)
                        .getJsonObject("result")
                        .getJsonObject("failed_stores")
                        .getString("full"));
    }

    @Test
    void oneStoreThatFailsUndoesAllOthers() {
        byte[] data = Bytes.noise(100_000);
        String id = staged(owner.createRaw(), data);

        assertEquals(202, direct(id, ",'stores':['first','full']").statusCode());

        var image = owner.ended(id);
        assertEquals("uploading", image.getString("status"));
        assertFalse(image.containsKey("stores"), image::toString);
        assertEquals("failure", owner.task(id).getString("status"));
        Await.until(() -> places(id).equals(List.of("data")));
        assertEquals(202, direct(id, "").statusCode());
        assertEquals("active", owner.ended(id).getString("status"));
        assertArrayEquals(data, owner.downloaded(id));
    }

    @Test
    void dataThatIsNotWhatItClaimsIsRefused() {
        String id = owner.create("{\"disk_format\":\"qcow2\",\"container_format\":\"bare\"}");
        staged(id, Bytes.noise(5000));

        assertEquals(202, direct(id, "").statusCode());

        assertEquals("uploading", owner.ended(id).getString("status"));
        assertEquals("failure", owner.task(id).getString("status"));
        assertTrue(owner.task(id).getString("message").length() > 10, () -> owner.task(id)
                .toString());
    }

    @Test
    void copiesGoToFurtherStores() {
        byte[] data = Bytes.noise(150_000);
        String id = owner.createActive(data);

        assertEquals(
                202,
                send(id, "{'method':{'name':'copy-image'},'stores':['second']}").statusCode());

        var image = owner.ended(id);
        assertEquals("active", image.getString("status"));
        assertEquals("first,second", image.getString("stores"));
        assertEquals(List.of("first", "second"), places(id));
    }

    @Test
    void aCopyThatFailsLeavesTheImageAsItWas() {
        byte[] data = Bytes.noise(1000);
        String id = owner.createActive(data);

        assertEquals(
                202,
                send(id, "{'method':{'name':'copy-image'},'stores':['second','full']}")
                        .statusCode());

        var image = owner.ended(id);
        assertEquals("active", image.getString("status"));
        assertEquals("first", image.getString("stores"));
        assertEquals("full", image.getString("os_glance_failed_import").replace("full,second", "full"));
        assertArrayEquals(data, owner.downloaded(id));
    }

    @Test
    void whatTheWebAnswersBecomesTheImages() {
        String id = owner.createRaw();

        assertEquals(202, download(id, web.url("/good")).statusCode());

        assertEquals("active", owner.ended(id).getString("status"));
        assertArrayEquals(WEB, owner.downloaded(id));
        assertEquals(List.of("first"), places(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cut", "/missing", "/inward"})
    void whatTheWebDoesNotAnswerLeavesNothing(String target) {
        String id = owner.createRaw();

        assertEquals(202, download(id, web.url(target)).statusCode());

        assertEquals("queued", owner.ended(id).getString("status"));
        assertEquals("failure", owner.task(id).getString("status"));
        assertFalse(owner.task(id).getString("message").isBlank());
        assertFalse(owner.task(id).getString("message").contains("169.254"));
        Await.until(() -> places(id).isEmpty());
        assertEquals(202, download(id, web.url("/good")).statusCode());
        assertEquals("active", owner.ended(id).getString("status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.169.254/x", "http://0x7f000001/x", "http://2130706433/", "file:///etc/passwd"})
    void addressesThatNobodyMayFetchAreRefusedAtOnce(String url) {
        String id = owner.createRaw();

        assertEquals(400, download(id, url).statusCode());

        assertEquals("queued", owner.image(id).getString("status"));
    }

    @Test
    void anImportCanBeEndedEarly() {
        String id = owner.createRaw();
        assertEquals(202, download(id, web.url("/endless")).statusCode());
        Await.until(() -> "processing".equals(owner.task(id).getString("status")));
        assertEquals(409, download(id, web.url("/good")).statusCode());

        assertEquals(202, owner.delete("/v2/images/" + id + "/import").statusCode());

        assertEquals("queued", owner.ended(id).getString("status"));
        assertEquals("The import was cancelled.", owner.task(id).getString("message"));
        Await.until(() -> places(id).isEmpty());
        assertEquals(409, owner.delete("/v2/images/" + id + "/import").statusCode());
    }

    @Test
    void deletionEndsAnImport() {
        String id = owner.createRaw();
        assertEquals(202, download(id, web.url("/endless")).statusCode());
        Await.until(() -> !places(id).isEmpty());

        assertEquals(204, owner.delete("/v2/images/" + id).statusCode());

        Await.until(() -> places(id).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 400",
                "{} | 400",
                "{'method':'glance-direct'} | 400",
                "{'method':{}} | 400",
                "{'method':{'name':'no-such'}} | 400",
                "{'method':{'name':'glance-direct'},'all_stores':'yes'} | 400",
                "{'method':{'name':'glance-direct'},'stores':'first'} | 400",
                "{'method':{'name':'glance-direct'},'stores':['first'],'all_stores':true} | 400",
                "{'method':{'name':'glance-direct'},'stores':['nowhere']} | 409",
                "{'method':{'name':'glance-direct'},'stores':['os_glance_staging_store']} | 409",
                "{'method':{'name':'copy-image'}} | 409",
            })
    void requestsThatMakeNoSenseChangeNothing(String body, int status) {
        String id = staged(owner.createRaw(), new byte[] {1, 2, 3});
        var before = owner.image(id);

        assertEquals(status, send(id, body).statusCode());

        assertEquals(before, owner.image(id));
    }

    @Test
    void anImageWithoutStagedDataHasNothingToImport() {
        assertEquals(409, direct(owner.createRaw(), "").statusCode());
    }

    private String staged(String id, byte[] data) {
        owner.stage(id, data);
        return id;
    }

    private HttpResponse<String> download(String id, String url) {
        return send(id, "{'method':{'name':'web-download','uri':'" + url + "'}}");
    }

    private HttpResponse<String> direct(String id, String more) {
        return send(id, DIRECT.formatted(more));
    }

    private HttpResponse<String> send(String id, String body) {
        return owner.post("/v2/images/" + id + "/import", body.replace('\'', '"'));
    }

    /** The directories in which there is anything of the image. */
    private List<String> places(String id) {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains(id))
                    .map(file -> directory.relativize(file).getName(0).toString())
                    .sorted()
                    .toList();
        } catch (IOException movedMeanwhile) {
            throw new UncheckedIOException(movedMeanwhile);
        }
    }
}
