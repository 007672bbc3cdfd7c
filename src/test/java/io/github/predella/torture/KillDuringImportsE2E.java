package io.github.predella.torture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.ScriptedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports of every kind run all the time while the service is killed at random moments: three times, or twenty with
 * {@code -Dtorture=full}. There are two stores: one that has staged files at once, and a slow one, on another file
 * system where there is one, that gets everything copied. Afterwards every image is active and exact, or waits with a
 * reason; staged data that was acknowledged can be imported again, and nothing else is on the disk.
 */
class KillDuringImportsE2E {

    private static final int KILLS = "full".equals(System.getProperty("torture")) ? 20 : 3;
    private static final int LARGEST = 32 * 1024 * 1024;
    private static final long MIB = 1024 * 1024;
    private static final Path MEMORY = Path.of("/dev/shm");

    /**
     * What a worker was told about an image.
     *
     * @param sum made of its data
     * @param staged whether the data is staged
     * @param accepted whether its import was accepted
     */
    private record Told(UUID sum, int size, boolean staged, boolean accepted) {

        static Told of(byte[] data) {
            return new Told(UUID.nameUUIDFromBytes(data), data.length, false, false);
        }
    }

    @TempDir
    private Path directory;

    private Path slow;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Random choices = new Random();
    private final AtomicInteger finished = new AtomicInteger();
    private int interrupted;
    private volatile boolean killing;

    @Test
    void everyImportIsDoneOrUndone() throws Exception {
        slow = Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : directory, "slow");
        try (var web = new ScriptedServer();
                var server = LocalServer.start(directory.resolve("data"), settings())) {
            for (int kill = 0; kill < KILLS; kill++) {
                var workers = Executors.newFixedThreadPool(3);
                var work = List.of(
                        workers.submit(() -> untilCut(server, this::stageAndImport)),
                        workers.submit(() -> untilCut(server, api -> download(api, web))),
                        workers.submit(() -> untilCut(server, this::copy)));
                int before = finished.get();
                Await.until(() -> finished.get() > before);
                TimeUnit.MILLISECONDS.sleep(choices.nextInt(3000));

                killing = true;
                server.kill();
                for (var worker : work) {
                    worker.get();
                }
                workers.shutdown();
                killing = false;
                server.start();

                verify(Api.admin(URI.create(server.address())));
            }
        } finally {
            remove(slow);
        }
        assertTrue(
                finished.get() >= KILLS && interrupted > 0,
                () -> finished + " done and " + interrupted + " interrupted");
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("DEFAULT.enabled_backends", "fast:file,slow:file"),
                Map.entry("glance_store.default_backend", "fast"),
                Map.entry(
                        "fast.filesystem_store_datadir",
                        directory.resolve("fast").toString()),
                Map.entry("slow.filesystem_store_datadir", slow.toString()),
                Map.entry("import_filtering_opts.allowed_ports", ""),
                Map.entry("predella.fetch_allowed_networks", "127.0.0.1/32"),
                Map.entry("predella.image_size_total", "1000000"),
                Map.entry("predella.image_stage_total", "1000000"),
                Map.entry("predella.hard_quotas", "true"),
                Map.entry("image_import_opts.max_parallel_stores", "2"),
                Map.entry("predella.node_patience", "6"),
                Map.entry("predella.clean_up_every", "2"));
    }

    private interface Work {
        void on(Api api) throws IOException;
    }

    private void untilCut(LocalServer server, Work work) {
        try {
            var api = Api.admin(URI.create(server.address()));
            while (true) {
                work.on(api);
            }
        } catch (IOException | IllegalStateException cut) {
            // When the service is killed; what it acknowledged until then is noted.
            if (!killing) {
                throw new IllegalStateException(cut);
            }
        }
    }

    private byte[] data() {
        return Bytes.noise(1 + choices.nextInt(LARGEST));
    }

    private void stageAndImport(Api api) {
        byte[] data = data();
        String id = api.createRaw();
        told.put(id, Told.of(data));
        api.stage(id, data);
        told.computeIfPresent(id, (key, before) -> new Told(before.sum(), before.size(), true, false));
        accept(api, id, "{'name':'glance-direct'}", "'all_stores':true");
    }

    private void download(Api api, ScriptedServer web) {
        byte[] data = data();
        String id = api.createRaw();
        told.put(id, Told.of(data));
        web.at("/" + id, (request, out) -> drip(data, out));
        accept(api, id, "{'name':'web-download','uri':'" + web.url("/" + id) + "'}", "'all_stores':true");
    }

    private static void drip(byte[] data, OutputStream out) throws IOException, InterruptedException {
        out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + data.length + "\r\n\r\n").getBytes(US_ASCII));
        int piece = data.length / 20 + 1;
        for (int from = 0; from < data.length; from += piece) {
            out.write(data, from, Math.min(piece, data.length - from));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void copy(Api api) {
        byte[] data = data();
        String id = api.createRaw();
        told.put(id, Told.of(data));
        Api.expect(api.upload(id, data), 204);
        accept(api, id, "{'name':'copy-image'}", "'stores':['slow']");
    }

    private void accept(Api api, String id, String method, String stores) {
        boolean all = choices.nextBoolean();
        var body = "{'method':" + method + "," + stores + ",'all_stores_must_succeed':" + all + "}";
        Api.expect(api.post("/v2/images/" + id + "/import", body.replace('\'', '"')), 202);
        told.computeIfPresent(id, (key, before) -> new Told(before.sum(), before.size(), before.staged(), true));
        Await.until(() -> isFree(api.image(id)));
        finished.incrementAndGet();
    }

    private static boolean isFree(JsonObject image) {
        return !image.containsKey("os_glance_import_task");
    }

    private void verify(Api api) {
        for (String id : told.keySet()) {
            Await.until(() -> isFree(api.image(id)) && !"saving".equals(status(api, id)));
            verify(api, id);
        }
        awaitOnDisk(api);
        verifyUsage(api);
        told.keySet().forEach(id -> Api.expect(api.delete("/v2/images/" + id), 204));
        told.clear();
        awaitOnDisk(api);
    }

    private void verify(Api api, String id) {
        var image = api.image(id);
        var expected = told.get(id);
        switch (image.getString("status")) {
            case "active" -> verifyCopies(image, expected);
            case "uploading" -> {
                verifyReason(api, id);
                importAgain(api, id);
                verifyCopies(api.image(id), expected);
            }
            case "queued" -> {
                assertFalse(expected.staged(), "acknowledged data is lost");
                verifyReason(api, id);
                assertTrue(image.isNull("size") && image.isNull("checksum"), image::toString);
            }
            default -> throw new AssertionError("stuck: " + image);
        }
    }

    /** Staging that was cut off may have been taken for complete by the import of a former life, never by this one. */
    private static void importAgain(Api api, String id) {
        var answer = api.post("/v2/images/" + id + "/import", "{\"method\":{\"name\":\"glance-direct\"}}");
        Api.expect(answer, 202);
        Await.until(() -> isFree(api.image(id)));
        assertEquals("active", status(api, id));
    }

    private void verifyReason(Api api, String id) {
        if (told.get(id).accepted()) {
            interrupted++;
            var task = Api.json(api.get("/v2/images/" + id + "/tasks"))
                    .getJsonArray("tasks")
                    .getJsonObject(0);
            assertEquals("failure", task.getString("status"), task::toString);
            assertFalse(task.getString("message").isEmpty());
        }
    }

    private void verifyCopies(JsonObject image, Told expected) {
        assertEquals(expected.size(), image.getInt("size"));
        for (String store : image.getString("stores").split(",", -1)) {
            try {
                byte[] stored = Files.readAllBytes(place(store).resolve(image.getString("id")));
                assertEquals(expected.sum(), UUID.nameUUIDFromBytes(stored), () -> "in " + store + ": " + image);
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }

    private Path place(String store) {
        return store.equals("slow") ? slow : directory.resolve(store);
    }

    private void awaitOnDisk(Api api) {
        for (String store : List.of("fast", "slow")) {
            Await.until(() -> names(place(store)).equals(heldBy(api, store)));
        }
        Await.until(() -> names(directory.resolve("data/staging")).equals(Set.of(".predella-area")));
    }

    private Set<String> heldBy(Api api, String store) {
        return told.keySet().stream()
                .filter(id -> List.of(api.image(id).getString("stores", "").split(",", -1))
                        .contains(store))
                .collect(Collectors.toSet());
    }

    private void verifyUsage(Api api) {
        long stored = told.keySet().stream()
                .map(api::image)
                .filter(image -> "active".equals(image.getString("status")))
                .mapToLong(image -> image.getJsonNumber("size").longValue()
                        * image.getString("stores").split(",", -1).length)
                .sum();
        var usage = Api.json(api.get("/v2/info/usage")).getJsonObject("usage");
        assertEquals(stored / MIB, usage.getJsonObject("image_size_total").getInt("usage"), usage::toString);
        assertEquals(0, usage.getJsonObject("image_stage_total").getInt("usage"), usage::toString);
    }

    private static String status(Api api, String id) {
        return api.image(id).getString("status");
    }

    private static Set<String> names(Path place) {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path place) throws IOException {
        for (String name : names(place)) {
            Files.delete(place.resolve(name));
        }
        Files.delete(place);
    }
}
