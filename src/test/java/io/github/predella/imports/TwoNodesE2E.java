package io.github.predella.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.db.Dialect;
import io.github.predella.db.SettingsDataSource;
import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.ScriptedServer;
import io.github.predella.testing.TestingDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes that share a database and a store and know nothing else of each other; each has a staging area of its
 * own. They start at the same moment, on an empty database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesE2E {

    private static final byte[] WEB = Bytes.noise(700_000);
    private static final String DIRECT = "{\"method\":{\"name\":\"glance-direct\"}}";

    /** How long a run of the job that is looked at rests, at least: nine tenths of its five minutes. */
    private static final Duration REST = Duration.ofSeconds(270);

    private final Instant begin = Instant.now();
    private String database;
    private Path directory;
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
        atSecond = Api.admin(URI.create(second.address()));
    }

    private LocalServer node(String name) {
        return LocalServer.start(
                directory.resolve(name),
                Map.ofEntries(
                        Map.entry("database.connection", database),
                        Map.entry("DEFAULT.enabled_backends", "shared:file"),
                        Map.entry("glance_store.default_backend", "shared"),
                        Map.entry(
                                "shared.filesystem_store_datadir",
                                directory.resolve("shared").toString()),
                        Map.entry("import_filtering_opts.allowed_ports", ""),
                        Map.entry("predella.fetch_allowed_networks", "127.0.0.1/32"),
                        Map.entry("predella.hard_quotas", "true"),
                        Map.entry("predella.image_stage_total", "1000000"),
                        Map.entry("predella.node_patience", "6"),
                        Map.entry("predella.task_patience", "20"),
                        Map.entry("predella.clean_up_every", "2")));
    }

    @AfterAll
    void stop() {
        for (LocalServer node : new LocalServer[] {first, second}) {
            if (node != null) {
                node.close();
            }
        }
        if (web != null) {
            web.close();
        }
    }

    @Test
    void whatIsStagedAtOneNodeCanBeImportedAtTheOther() {
        byte[] data = Bytes.noise(300_000);
        String id = staged(data);
        assertEquals(List.of(id), staging(first));

        importing(atSecond, id, DIRECT);

        var image = atSecond.ended(id);
        assertEquals("active", image.getString("status"));
        assertEquals(300_000, image.getInt("size"));
        assertEquals("success", atSecond.task(id).getString("status"));
        assertArrayEquals(data, atSecond.downloaded(id));
        assertEquals(List.of(), staging(first));
        assertEquals(List.of(), staging(second));
    }

    @Test
    void anImportOfOneNodeCanBeEndedAtTheOther() {
        String id = atFirst.createRaw();
        importing(atFirst, id, download("/drops"));
        awaitBytes();

        assertEquals(202, atSecond.delete("/v2/images/" + id + "/import").statusCode());

        assertEquals("queued", atSecond.ended(id).getString("status"));
        assertEquals("The import was cancelled.", atSecond.task(id).getString("message"));
        Await.until(() -> web.busy() == 0 && staging(first).isEmpty());
    }

    @Test
    void anImageThatIsDeletedAtOneNodeIsNotImportedAnyMoreAtTheOther() {
        String id = atFirst.createRaw();
        importing(atFirst, id, download("/drops"));
        awaitBytes();

        assertEquals(204, atSecond.delete("/v2/images/" + id).statusCode());

        Await.until(() -> web.busy() == 0 && staging(first).isEmpty());
    }

    @Test
    void theImportOfADeadNodeCanBeDoneByTheOther() {
        String id = atFirst.createRaw();
        importing(atFirst, id, download("/drops"));
        awaitBytes();

        first.kill();

        assertEquals("queued", atSecond.ended(id).getString("status"));
        assertEquals("failure", atSecond.task(id).getString("status"));
        assertFalse(atSecond.task(id).getString("message").isBlank());
        assertEquals(0, stagedMib());
        importing(atSecond, id, download("/good"));
        assertEquals("active", atSecond.ended(id).getString("status"));
        assertArrayEquals(WEB, atSecond.downloaded(id));
        first.start();
        Await.until(() -> staging(first).isEmpty());
    }

    @Test
    void whatADeadNodeHasStagedWaitsForItsReturn() {
        byte[] data = Bytes.noise(200_000);
        String id = staged(data);

        first.kill();
        importing(atSecond, id, DIRECT);
        Await.until(() -> atSecond.task(id).getString("message").startsWith("Waits for a process"));

        assertEquals("uploading", atSecond.ended(id).getString("status"));
        assertEquals("failure", atSecond.task(id).getString("status"));
        assertTrue(atSecond.task(id).getString("message").startsWith("No running process"), () -> atSecond.task(id)
                .toString());
        first.start();
        assertEquals(List.of(id), staging(first));
        importing(atSecond, id, DIRECT);
        assertEquals("active", atSecond.ended(id).getString("status"));
        assertArrayEquals(data, atSecond.downloaded(id));
    }

    @Test
    void bothNodesTogetherDoTheWorkOfTheClusterOnce() throws SQLException {
        try (var connection = new SettingsDataSource(database).getConnection();
                var query = connection.createStatement();
                var turns = query.executeQuery("SELECT epoch FROM predella_leases WHERE name = 'expired-tasks'")) {
            assertTrue(turns.next(), "nobody has done it");
            long due = Duration.between(begin, Instant.now()).dividedBy(REST);
            assertTrue(turns.getLong("epoch") <= due, () -> "done again more than " + due + " times");
        }
    }

    private String staged(byte[] data) {
        String id = atFirst.createRaw();
        atFirst.stage(id, data);
        return id;
    }

    private String download(String target) {
        return "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + web.url(target) + "\"}}";
    }

    private static void importing(Api at, String id, String body) {
        Api.expect(at.post("/v2/images/" + id + "/import", body), 202);
    }

    /** Waits until an import has begun to receive what comes by drops. */
    private void awaitBytes() {
        Await.until(() -> web.busy() > 0 && !files(staging(first.data())).isEmpty());
    }

    private int stagedMib() {
        return Api.json(atSecond.get("/v2/info/usage"))
                .getJsonObject("usage")
                .getJsonObject("image_stage_total")
                .getInt("usage");
    }

    private static List<String> staging(LocalServer node) {
        return files(staging(node.data()));
    }

    private static Path staging(Path data) {
        return data.resolve("staging");
    }

    /** What there is besides the mark of the area. */
    private static List<String> files(Path place) {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".predella-area"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
