package io.github.predella.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.PageVisitor;
import io.github.predella.testing.Personas;
import io.github.predella.testing.Scrape;
import io.github.predella.testing.Script;
import io.github.predella.testing.ScriptedServer;
import io.github.predella.testing.StockClients;
import io.github.predella.testing.Tools;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The cache of one server, before a store on the web and a local one, seen from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CacheE2E {

    private static final byte[] DATA = Bytes.noise(700_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ScriptedServer web = new ScriptedServer();
    private Path directory;
    private Path cache;
    private LocalServer server;
    private Api admin;
    private Api owner;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        cache = temporary.resolve("cache");
        // Whoever is no administrator reads private images only.
        Path rules = Files.writeString(
                temporary.resolve("policy.yaml"), "download_image: \"role:admin or 'private':%(visibility)s\"\n");
        server = LocalServer.start(
                temporary.resolve("data"),
                Map.ofEntries(
                        Map.entry("DEFAULT.enabled_backends", "local:file,web:http"),
                        Map.entry("glance_store.default_backend", "local"),
                        Map.entry(
                                "local.filesystem_store_datadir",
                                temporary.resolve("local").toString()),
                        Map.entry("DEFAULT.image_cache_dir", cache.toString()),
                        Map.entry("DEFAULT.image_cache_max_size", "100MB"),
                        Map.entry("DEFAULT.worker_self_reference_url", "http://node.one:9292"),
                        Map.entry("paste_deploy.flavor", "keystone+cachemanagement"),
                        Map.entry("oslo_policy.policy_file", rules.toString()),
                        Map.entry("predella.fetch_allowed_networks", "127.0.0.1/32"),
                        Map.entry("predella.clean_up_every", "2")));
        enter();
    }

    private void enter() {
        var personas = Personas.at(URI.create(server.address()));
        admin = personas.admin();
        owner = personas.owner();
    }

    @AfterAll
    void stop() {
        server.close();
        web.close();
    }

    /** A private image of the owner's whose data lies on the web. */
    private String onTheWeb() {
        String path = "/" + UUID.randomUUID();
        web.at(path, (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + DATA.length + "\r\n\r\n").getBytes(US_ASCII));
            if (!request.method().equals("HEAD")) {
                out.write(DATA);
            }
        });
        String id = owner.create("{\"disk_format\":\"raw\",\"container_format\":\"bare\",\"visibility\":\"private\"}");
        Api.expect(owner.post("/v2/images/" + id + "/locations", "{\"url\":\"" + web.url(path) + "\"}"), 202);
        assertEquals("active", owner.ended(id).getString("status"));
        assertFalse(owner.image(id).isNull("checksum"));
        return id;
    }

    private String cached() {
        String id = onTheWeb();
        assertArrayEquals(DATA, owner.downloaded(id));
        awaitCached(id);
        return id;
    }

    private void awaitCached(String id) {
        Await.until(PATIENCE, () -> entries().containsKey(id));
    }

    private Map<String, JsonObject> entries() {
        var answer = admin.get("/v2/cache");
        Api.expect(answer, 200);
        var found = new HashMap<String, JsonObject>();
        Api.json(answer)
                .getJsonArray("cached_images")
                .getValuesAs(JsonObject.class)
                .forEach(entry -> found.put(entry.getString("image_id"), entry));
        return found;
    }

    private List<String> queued() {
        return Api.json(admin.get("/v2/cache")).getJsonArray("queued_images").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private HttpResponse<byte[]> download(Api caller, String id, Map<String, String> headers) {
        return caller.send(
                "GET", "/v2/images/" + id + "/file", headers, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    private long readsFromTheWeb() {
        return web.requests().stream()
                .filter(request -> request.method().equals("GET"))
                .count();
    }

    private double figure(String name, Map<String, String> labels) {
        return Scrape.of(Api.stranger(admin.server()).get("/metrics").body()).sum(name, labels);
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<?> answer) {
        var headers = new HashMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "x-openstack-request-id"));
        return headers;
    }

    @Test
    void aMissFillsAndAHitLooksTheSame() throws IOException {
        String id = onTheWeb();
        var miss = download(owner, id, Map.of());
        awaitCached(id);
        long asked = readsFromTheWeb();
        double sent = figure("predella_sent_bytes_total", Map.of("way", "sendfile"));
        double hits = figure("predella_cache_reads_total", Map.of("result", "hit"));

        var hit = download(owner, id, Map.of());

        assertEquals(200, hit.statusCode());
        assertArrayEquals(DATA, miss.body());
        assertArrayEquals(DATA, hit.body());
        assertEquals(withoutDate(miss), withoutDate(hit));
        assertEquals(
                owner.image(id).getString("checksum"),
                hit.headers().firstValue("Content-MD5").orElseThrow());
        assertEquals(asked, readsFromTheWeb());
        assertArrayEquals(DATA, Files.readAllBytes(cache.resolve(id)));
        Await.until(() -> figure("predella_sent_bytes_total", Map.of("way", "sendfile")) - sent == DATA.length);
        assertEquals(1, figure("predella_cache_reads_total", Map.of("result", "hit")) - hits);
        var entry = entries().get(id);
        assertEquals(1, entry.getInt("hits"));
        assertEquals(DATA.length, entry.getInt("size"));
        assertEquals(owner.image(id).getString("checksum"), entry.getString("checksum"));
        double now = Instant.now().getEpochSecond();
        assertEquals(now, entry.getJsonNumber("last_accessed").doubleValue(), 60);
        assertEquals(now, entry.getJsonNumber("last_modified").doubleValue(), 60);
    }

    @Test
    void partsAreServedFromACopyAndMakeNone() {
        String id = onTheWeb();
        var uncached = download(owner, id, Map.of("Range", "bytes=100-299"));
        assertFalse(Files.exists(cache.resolve(id)));
        owner.downloaded(id);
        awaitCached(id);
        long asked = readsFromTheWeb();

        var cached = download(owner, id, Map.of("Range", "bytes=100-299"));

        assertEquals(206, cached.statusCode());
        assertArrayEquals(Arrays.copyOfRange(DATA, 100, 300), cached.body());
        assertArrayEquals(cached.body(), uncached.body());
        assertEquals(withoutDate(uncached), withoutDate(cached));
        assertEquals(asked, readsFromTheWeb());
        assertEquals(
                416,
                download(owner, id, Map.of("Range", "bytes=" + DATA.length + "-"))
                        .statusCode());
    }

    @Test
    void aCopyIsNoWayRoundTheRules() {
        String id = cached();
        var personas = Personas.at(owner.server());

        assertEquals(200, download(owner, id, Map.of()).statusCode());
        assertEquals(404, download(personas.other(), id, Map.of()).statusCode());
        Api.expect(admin.post("/v2/images/" + id + "/actions/deactivate", ""), 204);
        assertEquals(403, download(owner, id, Map.of()).statusCode());
        Api.expect(admin.post("/v2/images/" + id + "/actions/reactivate", ""), 204);
        Api.expect(owner.patch(id, "[{\"op\":\"replace\",\"path\":\"/visibility\",\"value\":\"shared\"}]"), 200);
        assertEquals(403, download(owner, id, Map.of()).statusCode());
        assertEquals(200, download(admin, id, Map.of()).statusCode());
    }

    @Test
    void aDamagedCopyIsNeverServed() throws IOException {
        String shortened = cached();
        String changed = cached();
        Files.write(cache.resolve(shortened), Arrays.copyOf(DATA, 1000));
        byte[] other = DATA.clone();
        other[4711] ^= 1;
        Files.write(cache.resolve(changed), other);
        Files.setLastModifiedTime(cache.resolve(changed), FileTime.from(Instant.EPOCH));

        assertArrayEquals(DATA, owner.downloaded(shortened));
        assertArrayEquals(DATA, owner.downloaded(changed));
        awaitCached(shortened);
        awaitCached(changed);

        assertArrayEquals(DATA, owner.downloaded(shortened));
        assertArrayEquals(DATA, owner.downloaded(changed));
        assertArrayEquals(DATA, Files.readAllBytes(cache.resolve(changed)));
    }

    @Test
    void theCopyOfADeletedImageGoes() {
        String id = cached();

        Api.expect(owner.delete("/v2/images/" + id), 204);

        assertFalse(Files.exists(cache.resolve(id)));
        assertFalse(entries().containsKey(id));
        assertEquals(404, admin.get("/v2/cache/nodes/" + id).statusCode());
        assertEquals(404, admin.delete("/v2/cache/" + id).statusCode());
    }

    @Test
    void imagesAreFetchedOnDemandAndThrownOutAgain() throws IOException {
        String local = admin.createActive(DATA);
        assertEquals(204, admin.delete("/v2/cache/" + local).statusCode());
        assertEquals("[]", admin.get("/v2/cache/nodes/" + local).body());

        assertEquals(202, admin.bare("PUT", "/v2/cache/" + local).statusCode());

        awaitCached(local);
        Await.until(() -> !queued().contains(local));
        assertArrayEquals(DATA, Files.readAllBytes(cache.resolve(local)));
        assertArrayEquals(DATA, admin.downloaded(local));
        assertEquals(1, entries().get(local).getInt("hits"));
        assertEquals(
                "[\"http://node.one:9292\"]",
                admin.get("/v2/cache/nodes/" + local).body());
        assertEquals(204, admin.delete("/v2/cache/" + local).statusCode());
        assertFalse(entries().containsKey(local));
        assertFalse(Files.exists(cache.resolve(local)));
        assertArrayEquals(DATA, admin.downloaded(local));
        assertFalse(Files.exists(cache.resolve(local)), "what is local is not cached on reading");
    }

    @Test
    void callsThatMakeNoSenseAreRefused() {
        String waiting = owner.createRaw();
        String active = owner.createActive(new byte[] {1});

        assertEquals(404, admin.bare("PUT", "/v2/cache/unknown").statusCode());
        assertEquals(404, admin.delete("/v2/cache/unknown").statusCode());
        assertEquals(400, admin.bare("PUT", "/v2/cache/" + waiting).statusCode());
        assertEquals(400, clear("everything").statusCode());
        for (var answer : List.of(
                owner.get("/v2/cache"),
                owner.delete("/v2/cache"),
                owner.bare("PUT", "/v2/cache/" + active),
                owner.delete("/v2/cache/" + active),
                owner.get("/v2/cache/nodes/" + active),
                owner.bare("POST", "/v2/cache/clean"),
                owner.bare("POST", "/v2/cache/prune"),
                owner.get("/v2/cached_images"),
                owner.bare("PUT", "/v2/queued_images/" + active))) {
            assertEquals(403, answer.statusCode(), () -> answer.request().toString());
            assertTrue(answer.body().contains("You are not authorized to complete"), answer::body);
        }
    }

    private HttpResponse<String> clear(String target) {
        return admin.send("DELETE", "/v2/cache", Map.of("x-image-cache-clear-target", target), BodyPublishers.noBody());
    }

    @Test
    void theCacheIsLookedAfter() throws IOException {
        Path dead = Files.createFile(
                cache.resolve("incomplete").resolve(UUID.randomUUID().toString()));
        Path invalid = Files.createFile(
                cache.resolve("invalid").resolve(UUID.randomUUID().toString()));

        assertEquals(200, admin.bare("POST", "/v2/cache/clean").statusCode());
        var pruned = admin.bare("POST", "/v2/cache/prune");

        assertFalse(Files.exists(dead) || Files.exists(invalid));
        assertEquals(200, pruned.statusCode());
        assertEquals("{\"total_files_pruned\":0,\"total_bytes_pruned\":0}", pruned.body());
    }

    @Test
    void theOlderRoutesLeadToTheSameCache() {
        String id = admin.createActive(DATA);

        assertEquals(200, admin.bare("PUT", "/v2/queued_images/" + id).statusCode());
        awaitCached(id);

        assertTrue(admin.get("/v2/cached_images").body().contains(id));
        assertTrue(admin.get("/v2/queued_images").body().startsWith("{\"queued_images\":["));
        assertEquals(200, admin.delete("/v2/queued_images/" + id).statusCode());
        assertEquals(200, admin.delete("/v2/cached_images/" + id).statusCode());
        assertFalse(entries().containsKey(id));
    }

    @Test
    void theDashboardShowsAndRemovesCopies() {
        String id = cached();
        var visitor = new PageVisitor(admin.server());
        visitor.logIn("/dashboard/login", "admin", LocalServer.PASSWORD);

        String page = visitor.get("/dashboard/admin/cache").body();
        assertTrue(page.contains("value=\"remove:" + id + "\""), page);
        String proof = visitor.proof("/dashboard/admin/cache");
        var sent =
                visitor.post("/dashboard/admin/cache", Map.of("cache", "cache", "do", "remove:" + id, "csrf", proof));

        assertEquals(Optional.of("/dashboard/admin/cache"), PageVisitor.target(sent), sent::body);
        assertFalse(entries().containsKey(id));
        assertTrue(visitor.get("/dashboard/admin/cache").body().contains("The copy is removed."));
    }

    @Test
    void theDashboardLetsAnImageBeFetchedByItsName() {
        String name = "for the cache " + UUID.randomUUID();
        String id = onTheWeb();
        Api.expect(owner.patch(id, "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"" + name + "\"}]"), 200);
        String empty = admin.create("{\"name\":\"empty " + name + "\"}");
        var visitor = new PageVisitor(admin.server());
        visitor.logIn("/dashboard/login", "admin", LocalServer.PASSWORD);

        assertTrue(pressed(visitor, "queue", "no such image").contains("There is no image \"no such image\"."));
        assertTrue(pressed(visitor, "queue", empty).contains("is not active"));
        assertTrue(pressed(visitor, "queue", name).contains(name + " will be fetched shortly."));
        awaitCached(id);
        assertTrue(visitor.get("/dashboard/admin/cache").body().contains(name + "</a>"));
        assertTrue(pressed(visitor, "prune", "").contains("Copies that were removed: 0."));
        assertTrue(pressed(visitor, "clean", "").contains("What was invalid or left unfinished is removed."));
        assertTrue(entries().containsKey(id));
    }

    /** What somebody sees who has pressed a button of the cache's page. */
    private static String pressed(PageVisitor visitor, String button, String image) {
        String page = "/dashboard/admin/cache";
        var form = Map.of("cache", "cache", "do", button, "image", image, "csrf", visitor.proof(page));
        var sent = visitor.post(page, form);
        return PageVisitor.target(sent)
                .map(target -> visitor.get(target).body())
                .orElseGet(sent::body)
                .replace("&quot;", "\"");
    }

    @Test
    void theVersionsOfTheCacheAreListed() {
        String versions = Api.stranger(admin.server()).get("/versions").body();

        for (String version : List.of("v2.14", "v2.16", "v2.18")) {
            assertTrue(versions.contains("\"" + version + "\""), versions);
        }
    }

    @Test
    void stockClientsUseTheCache() throws Exception {
        Tools.need("openstack", "glance", "curl", "jq");

        new StockClients(directory, server.address()).pass("cache.sh");
    }

    @Test
    void aKilledNodeFindsItsCacheAgain() throws IOException {
        String known = admin.createActive(DATA);
        String stranger = admin.createActive(DATA);
        String wrong = admin.createActive(DATA);
        String nobodys = UUID.randomUUID().toString();
        Api.expect(admin.bare("PUT", "/v2/cache/" + known), 202);
        awaitCached(known);

        server.kill();
        Files.write(cache.resolve(stranger), DATA);
        Files.write(cache.resolve(wrong), new byte[DATA.length]);
        Files.write(cache.resolve(nobodys), DATA);
        Files.createFile(cache.resolve("incomplete").resolve(known));
        server.start();

        assertTrue(entries().containsKey(known));
        awaitCached(stranger);
        Await.until(
                PATIENCE, () -> entries().keySet().stream().sorted().toList().equals(copies()));
        assertFalse(copies().contains(wrong) || copies().contains(nobodys));
        assertFalse(Files.exists(cache.resolve("incomplete").resolve(known)));
        assertArrayEquals(DATA, admin.downloaded(wrong));
        assertEquals(204, admin.delete("/v2/cache").statusCode());
        assertEquals(List.of(), copies());
    }

    private List<String> copies() {
        try (var files = Files.list(cache)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void operatorsLookAfterItByCommand() throws IOException {
        String id = onTheWeb();
        var script = new Script(Files.createDirectory(directory.resolve("commands")))
                .with("OS_PASSWORD", LocalServer.PASSWORD);

        var queued = script.run("", "cache", "queue", "--url", server.address(), id);
        awaitCached(id);
        var listed = script.run("", "cache", "list", "--url", server.address());
        var pruned = script.run("", "cache", "prune", "--url", server.address());
        var unknown = script.run(
                "",
                "cache",
                "queue",
                "--url",
                server.address(),
                UUID.randomUUID().toString());
        var cleared = script.run("", "cache", "clear", "--url", server.address(), "--target", "cache");
        var stranger = script.with("OS_PASSWORD", "wrong").run("", "cache", "list", "--url", server.address());

        assertEquals("Image " + id + " is queued.", queued.out(), queued::err);
        assertTrue(listed.out().contains(id + "  " + DATA.length + "  0  "), listed::out);
        assertEquals("0 images removed, 0 bytes.", pruned.out());
        assertEquals(1, unknown.status());
        assertTrue(unknown.err().contains(" answers 404: "), unknown::err);
        assertEquals("The cache is empty.", cleared.out());
        assertFalse(entries().containsKey(id));
        assertEquals(1, stranger.status());
        assertTrue(stranger.err().contains(" answers 401"), stranger::err);
    }
}
