package io.github.predella.torture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.db.Dialect;
import io.github.predella.db.SettingsDataSource;
import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.PageVisitor;
import io.github.predella.testing.PausingBody;
import io.github.predella.testing.ScriptedServer;
import io.github.predella.testing.TestingDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes that share a database, a store and a staging directory, behind clients that know two addresses and nothing
 * else. Nodes are stopped and started again while requests are made all the time, once each, and one is killed; three times
 * each and six kills with {@code -Dtorture=full}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollingRestartE2E {

    private static final boolean FULL = "full".equals(System.getProperty("torture"));
    private static final int ROUNDS = FULL ? 3 : 1;
    private static final int KILLS = FULL ? 6 : 1;
    private static final int PEOPLE = FULL ? 4 : 2;
    private static final int MEANWHILE = FULL ? 40 : 8;
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final Duration TIME = Duration.ofSeconds(8);

    /** Less than the half minute for which a silent node counts as alive, however slow the machine is. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private static final Duration TAKEN_OVER = Duration.ofMinutes(1);

    private static final byte[] WEB = Bytes.noise(500_000);
    private static final int ENDED_BY_TERM = 128 + 15;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Path directory;
    private String database;
    private ScriptedServer web;
    private LocalServer first;
    private LocalServer second;
    private Api atFirst;
    private Api atSecond;

    @BeforeAll
    void start(@TempDir Path temporary) {
        directory = temporary;
        database = TestingDatabase.newDatabase(Dialect.POSTGRESQL);
        web = new ScriptedServer()
                .at("/good", (request, out) -> {
                    out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + WEB.length + "\r\n\r\n").getBytes(US_ASCII));
                    out.write(WEB);
                })
                .at("/drops", (request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                    while (true) {
                        out.write(WEB, 0, 10_000);
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                });
        var other = CompletableFuture.supplyAsync(() -> node("second"));
        first = node("first");
        second = other.join();
        atFirst = Api.admin(URI.create(first.address()));
        atSecond = atFirst.at(URI.create(second.address()));
    }

    private LocalServer node(String name) {
        return LocalServer.start(
                directory.resolve(name),
                Map.ofEntries(
                        Map.entry("database.connection", database),
                        Map.entry("DEFAULT.enabled_backends", "shared:file"),
                        Map.entry("glance_store.default_backend", "shared"),
                        Map.entry("shared.filesystem_store_datadir", store().toString()),
                        Map.entry(
                                "os_glance_staging_store.filesystem_store_datadir",
                                staging().toString()),
                        Map.entry("import_filtering_opts.allowed_ports", ""),
                        Map.entry("predella.fetch_allowed_networks", "127.0.0.1/32"),
                        Map.entry("predella.image_count_total", "1000000"),
                        Map.entry("predella.image_size_total", "1000000"),
                        Map.entry("predella.image_stage_total", "1000000"),
                        Map.entry("predella.clean_up_every", "2"),
                        Map.entry("predella.drain_delay", String.valueOf(DELAY.toSeconds())),
                        Map.entry("predella.drain_time", String.valueOf(TIME.toSeconds()))));
    }

    private Path store() {
        return directory.resolve("store");
    }

    private Path staging() {
        return directory.resolve("staging");
    }

    @AfterAll
    void stop() {
        for (LocalServer node : new LocalServer[] {first, second}) {
            if (node != null) {
                node.kill();
            }
        }
        if (web != null) {
            web.close();
        }
    }

    @Test
    @Order(1)
    void noRequestFailsWhileNodesAreStoppedAndStarted() throws Exception {
        var client = new BalancedClient(List.of(atFirst.server(), atSecond.server()), atFirst.token());
        var load = new MixedLoad(client, PEOPLE, false);
        try (load) {
            for (int round = 0; round < ROUNDS; round++) {
                for (LocalServer node : List.of(first, second)) {
                    assertEquals(0, node.stop());
                    load.awaitMore(MEANWHILE);
                    node.start();
                    load.awaitMore(MEANWHILE);
                }
            }
        }

        assertEquals(List.of(), load.failures());
        assertEquals(0, load.broken());
        assertTrue(client.refused() > 0, "no node was away");
        compare("restarts: " + 2 * ROUNDS, client, load);
    }

    @Test
    @Order(2)
    void nothingAcknowledgedIsLostWhenNodesAreKilled() throws Exception {
        var client = new BalancedClient(List.of(atFirst.server(), atSecond.server()), atFirst.token());
        var load = new MixedLoad(client, PEOPLE, true);
        var longest = Duration.ZERO;
        try (load) {
            for (int kill = 0; kill < KILLS; kill++) {
                boolean even = kill % 2 == 0;
                var victim = even ? first : second;
                var survivor = even ? atSecond : atFirst;
                String id = survivor.createRaw();
                importing(even ? atFirst : atSecond, id, "/drops");
                Await.until(() -> web.busy() > 0);
                load.awaitMore(MEANWHILE);
                victim.kill();
                var killed = Instant.now();
                Await.until(
                        TAKEN_OVER, () -> survivor.image(id).getString("status").equals("queued"));
                var took = Duration.between(killed, Instant.now());
                longest = took.compareTo(longest) > 0 ? took : longest;
                assertEquals(204, survivor.delete("/v2/images/" + id).statusCode());
                victim.start();
            }
        }

        assertEquals(List.of(), load.failures());
        Await.until(TAKEN_OVER, () -> load.unsure().stream().noneMatch(this::isHeld));
        compare("kills: " + KILLS + ", taken over after " + longest.toSeconds() + " s at most", client, load);
    }

    private boolean isHeld(String id) {
        var answer = atFirst.get("/v2/images/" + id);
        return answer.statusCode() == 200
                && Api.json(answer).getString("status").matches("saving|importing");
    }

    @Test
    @Order(3)
    void visitOfTheDashboardGoesOnAtAnotherNode() {
        var page = Api.stranger(atSecond.server())
                .send("GET", "/dashboard/images", Map.of("Cookie", cookie()), BodyPublishers.noBody());

        assertEquals(200, page.statusCode());
    }

    @Test
    @Order(4)
    void whatANodeThatStopsCannotFinishGoesOnElsewhereAtOnce() throws Exception {
        byte[] data = Bytes.noise(600_000);
        String finishing = atFirst.createRaw();
        String endless = atFirst.createRaw();
        String imported = atFirst.createRaw();
        String piecemeal = atFirst.createRaw();
        String session = session(piecemeal, data.length);
        assertEquals(204, piece(atFirst, session, data, 0, 200_000));
        var body = new PausingBody(data);
        var slow = put(atFirst, finishing, body);
        var never = put(atFirst, endless, new PausingBody(data));
        var events = http.sendAsync(
                HttpRequest.newBuilder(atFirst.server().resolve("/dashboard/events"))
                        .header("Cookie", cookie())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        importing(atFirst, imported, "/drops");
        Await.until(() -> web.busy() > 0);
        Await.until(() -> atSecond.image(endless).getString("status").equals("saving")
                && atSecond.image(finishing).getString("status").equals("saving"));

        int known = nodesKnown();
        first.process().destroy();

        Await.until(() -> atFirst.get("/healthcheck").statusCode() == 503);
        var ready = atFirst.get("/health/ready");
        assertEquals(503, ready.statusCode());
        assertEquals(200, events.get(5, TimeUnit.SECONDS).statusCode());
        assertTrue(ready.body().contains("the service stops"), ready.body());
        var served = atFirst.get("/v2/images");
        assertEquals(200, served.statusCode());
        assertEquals("close", served.headers().firstValue("Connection").orElse(""));
        Await.until(() -> isRefused(atFirst.server()));
        body.goOn();
        assertEquals(204, slow.get(20, TimeUnit.SECONDS));
        assertArrayEquals(data, atSecond.downloaded(finishing));
        assertEquals(0, first.awaitEnd());
        var gone = Instant.now();

        assertEquals(known - 1, nodesKnown());
        assertEquals("queued", atSecond.ended(imported).getString("status"));
        assertEquals(
                "The service was stopped while the task ran. It can be started again.",
                atSecond.task(imported).getString("message"));
        importing(atSecond, imported, "/good");
        assertEquals("active", atSecond.ended(imported).getString("status"));
        assertTrue(never.handle((status, cut) -> cut != null || status >= 500).get(5, TimeUnit.SECONDS));
        Await.until(AT_ONCE, () -> atSecond.image(endless).getString("status").equals("queued"));
        assertEquals(204, atSecond.upload(endless, data).statusCode());
        assertEquals(204, piece(atSecond, session, data, 200_000, data.length));
        assertTrue(Duration.between(gone, Instant.now()).compareTo(AT_ONCE) < 0, "that took too long");
        for (String id : List.of(finishing, endless, imported, piecemeal)) {
            assertEquals(204, atSecond.delete("/v2/images/" + id).statusCode());
        }
        awaitNothingBut(Set.of());
    }

    @Test
    @Order(5)
    void nodeThatIsToldTwiceEndsAtOnce() throws Exception {
        String id = atSecond.createRaw();
        var never = put(atSecond, id, new PausingBody(Bytes.noise(100_000)));
        Await.until(() -> atSecond.image(id).getString("status").equals("saving"));

        second.process().destroy();
        Await.until(() -> atSecond.get("/healthcheck").statusCode() == 503);
        var told = Instant.now();
        second.process().destroy();

        assertEquals(ENDED_BY_TERM, second.awaitEnd());
        assertTrue(Duration.between(told, Instant.now()).compareTo(DELAY) < 0);
        assertTrue(never.handle((status, cut) -> cut != null).get(5, TimeUnit.SECONDS));
    }

    /** Everything that was acknowledged is there, whatever node is asked, and nothing else. */
    private void compare(String what, BalancedClient client, MixedLoad load) {
        load.unsure().forEach(id -> atFirst.delete("/v2/images/" + id));
        var kept = load.kept();
        long bytes = kept.values().stream().mapToLong(data -> data.length).sum();
        kept.forEach((id, data) -> {
            assertArrayEquals(data, atFirst.downloaded(id), id);
            assertEquals(md5(data), atSecond.image(id).getString("checksum"), id);
        });
        awaitNothingBut(kept.keySet());
        assertEquals(kept.size(), usage("image_count_total"));
        assertEquals(bytes / (1024 * 1024), usage("image_size_total"));
        assertEquals(0, usage("image_stage_total"));
        System.out.printf(
                "Two nodes: %s; %d requests answered, %d connections refused and none else lost, %d images made,"
                        + " %d of them kept and compared, %d MiB, %d broken off%n",
                what,
                client.answered(),
                client.refused(),
                load.images(),
                kept.size(),
                bytes / (1024 * 1024),
                load.broken());
        kept.keySet()
                .forEach(id ->
                        assertEquals(204, atFirst.delete("/v2/images/" + id).statusCode()));
    }

    private void awaitNothingBut(Set<String> images) {
        Await.until(() ->
                files(store()).equals(new TreeSet<>(images)) && files(staging()).isEmpty());
    }

    /** What there is besides the mark of an area. */
    private static Set<String> files(Path place) {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".predella-area"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int usage(String limit) {
        return Api.json(atSecond.get("/v2/info/usage"))
                .getJsonObject("usage")
                .getJsonObject(limit)
                .getInt("usage");
    }

    /** Those that have not taken their sign of life back; one that was killed is known for a while. */
    private int nodesKnown() throws SQLException {
        try (var connection = new SettingsDataSource(database).getConnection();
                var query = connection.createStatement();
                var count = query.executeQuery("SELECT COUNT(*) FROM predella_nodes")) {
            count.next();
            return count.getInt(1);
        }
    }

    /** Of somebody who has logged in at the first node. */
    private String cookie() {
        var visitor = new PageVisitor(atFirst.server());
        visitor.logIn("/dashboard/login", "admin", LocalServer.PASSWORD);
        return visitor.cookies().stream().map(HttpCookie::toString).collect(Collectors.joining("; "));
    }

    private void importing(Api at, String id, String target) {
        String body = "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + web.url(target) + "\"}}";
        Api.expect(at.post("/v2/images/" + id + "/import", body), 202);
    }

    /** Begins an upload in pieces; returns the path of its session. */
    private String session(String id, int length) {
        var answer = atFirst.send(
                "POST",
                "/v2/images/" + id + "/upload-sessions",
                Map.of("Tus-Resumable", "1.0.0", "Upload-Length", String.valueOf(length)),
                BodyPublishers.noBody());
        Api.expect(answer, 201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static int piece(Api at, String session, byte[] data, int from, int to) {
        var headers = Map.of(
                "Tus-Resumable", "1.0.0",
                "Upload-Offset", String.valueOf(from),
                "Content-Type", "application/offset+octet-stream");
        return at.send("PATCH", session, headers, BodyPublishers.ofByteArray(data, from, to - from))
                .statusCode();
    }

    /** Uploads what the stream gives, however long that takes; the status of the answer. */
    private CompletableFuture<Integer> put(Api at, String id, BodyPublisher data) {
        var request = HttpRequest.newBuilder(at.server().resolve("/v2/images/" + id + "/file"))
                .header("X-Auth-Token", at.token())
                .header("Content-Type", "application/octet-stream")
                .PUT(data)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private boolean isRefused(URI node) {
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(node.resolve("/healthcheck")).build(),
                            HttpResponse.BodyHandlers.discarding());
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException otherwise) {
            throw new UncheckedIOException(otherwise);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String md5(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(data));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
