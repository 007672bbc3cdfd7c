package io.github.predella.torture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.db.Dialect;
import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Raw;
import io.github.predella.testing.ScriptedServer;
import io.github.predella.testing.TestingDatabase;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one database, each with a cache of its own that is too small for all images, which lie on the web. A
 * hundred random operations, or a thousand with {@code -Dtorture=full}, by three workers, while one node after the other
 * is killed or stopped. No byte that anybody reads is wrong; afterwards caches, index and disks agree.
 */
class CacheTortureE2E {

    private static final Logger LOG = Logger.getLogger(CacheTortureE2E.class.getName());
    private static final boolean FULL = "full".equals(System.getProperty("torture"));
    private static final int OPERATIONS = FULL ? 1000 : 100;
    private static final int ENDS = FULL ? 10 : 2;
    private static final int WORKERS = 3;
    private static final int IMAGES = 8;
    private static final int SMALLEST = 200_000;
    private static final int LARGEST = 900_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    private final ScriptedServer web = new ScriptedServer();
    private final Random choices = new Random();
    private final Map<String, byte[]> images = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final List<Node> nodes = new ArrayList<>();

    /** A server, its cache, and whether it is being ended. */
    private static final class Node {

        private final LocalServer server;
        private final Path cache;
        private volatile boolean ending;
        private volatile Api api;

        Node(LocalServer server, Path cache) {
            this.server = server;
            this.cache = cache;
            enter();
        }

        void enter() {
            api = Api.admin(URI.create(server.address()));
        }
    }

    @Test
    void cachesIndexAndDisksAgreeAfterwards() throws Exception {
        String database = TestingDatabase.newDatabase(Dialect.POSTGRESQL);
        var second = CompletableFuture.supplyAsync(() -> node(database, "second"));
        nodes.add(node(database, "first"));
        nodes.add(second.join());
        var workers = Executors.newFixedThreadPool(WORKERS);
        try {
            for (int i = 0; i < IMAGES; i++) {
                register(nodes.get(i % 2).api);
            }
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < WORKERS; i++) {
                work.add(workers.submit((Runnable) this::operate));
            }
            for (int end = 1; end <= ENDS; end++) {
                int until = OPERATIONS * end / (ENDS + 1);
                Await.until(PATIENCE, () -> begun.get() >= until);
                end(nodes.get(end % 2), end % 4 < 2);
            }
            for (var one : work) {
                one.get();
            }
            verify();
        } finally {
            workers.shutdownNow();
            nodes.forEach(node -> node.server.close());
            web.close();
        }
    }

    private Node node(String database, String name) {
        Path cache = directory.resolve(name + "-cache");
        var server = LocalServer.start(
                directory.resolve(name),
                Map.ofEntries(
                        Map.entry("database.connection", database),
                        Map.entry("DEFAULT.enabled_backends", "local:file,web:http"),
                        Map.entry("glance_store.default_backend", "local"),
                        Map.entry(
                                "local.filesystem_store_datadir",
                                directory.resolve("shared").toString()),
                        Map.entry("DEFAULT.image_cache_dir", cache.toString()),
                        Map.entry("DEFAULT.image_cache_max_size", "3MB"),
                        Map.entry("DEFAULT.worker_self_reference_url", "http://" + name),
                        Map.entry("predella.fetch_allowed_networks", "127.0.0.1/32"),
                        Map.entry("predella.node_patience", "6"),
                        Map.entry("predella.clean_up_every", "2")));
        return new Node(server, cache);
    }

    private void register(Api api) {
        byte[] data = Bytes.noise(SMALLEST + choices.nextInt(LARGEST - SMALLEST));
        String path = "/" + UUID.randomUUID();
        web.at(path, (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + data.length + "\r\n\r\n").getBytes(US_ASCII));
            if (!request.method().equals("HEAD")) {
                drip(data, out);
            }
        });
        String id = api.createRaw();
        Api.expect(api.post("/v2/images/" + id + "/locations", "{\"url\":\"" + web.url(path) + "\"}"), 202);
        if (api.ended(id).getString("status").equals("active")) {
            images.put(id, data);
        }
    }

    private static void drip(byte[] data, OutputStream out) throws IOException, InterruptedException {
        int piece = data.length / 5 + 1;
        for (int from = 0; from < data.length; from += piece) {
            out.write(data, from, Math.min(piece, data.length - from));
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void operate() {
        while (begun.incrementAndGet() <= OPERATIONS) {
            var node = nodes.get(choices.nextInt(nodes.size()));
            try {
                operate(node);
                done.incrementAndGet();
            } catch (IllegalStateException | JsonException cut) {
                // Refused or broken off, because the node has been ended meanwhile; otherwise it is a failure.
                if (!node.ending && !(cut.getCause() instanceof IOException)) {
                    throw cut;
                }
                interrupted.incrementAndGet();
                Await.until(Duration.ofMinutes(3), () -> !node.ending);
            }
        }
    }

    private void operate(Node node) {
        var api = node.api;
        var id = any();
        if (id.isEmpty()) {
            register(api);
            return;
        }
        switch (choices.nextInt(20)) {
            case 0 -> register(api);
            case 1 -> delete(api, id.get());
            case 2 -> answered(api.delete("/v2/cache/" + id.get()), 204, 404);
            case 3 -> answered(api.delete("/v2/cache"), 204);
            case 4 -> answered(api.bare("POST", choices.nextBoolean() ? "/v2/cache/prune" : "/v2/cache/clean"), 200);
            case 5, 6, 7 -> answered(api.bare("PUT", "/v2/cache/" + id.get()), 202, 404);
            case 8 -> damage(node.cache.resolve(id.get()));
            case 9 -> leave(api, id.get());
            case 10, 11 -> readPart(api, id.get());
            default -> read(api, id.get());
        }
    }

    private Optional<String> any() {
        var all = List.copyOf(images.keySet());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(choices.nextInt(all.size())));
    }

    private static void answered(HttpResponse<?> answer, Integer... statuses) {
        if (!List.of(statuses).contains(answer.statusCode())) {
            throw new IllegalStateException(answer.request() + " answers " + answer.statusCode());
        }
    }

    private void delete(Api api, String id) {
        byte[] data = images.remove(id);
        if (data != null) {
            deleted.add(id);
            answered(api.delete("/v2/images/" + id), 204, 404);
        }
    }

    /** As a fault of the disk, or a careless hand, may do it. */
    private void damage(Path copy) {
        try {
            byte[] data = Files.readAllBytes(copy);
            Files.write(copy, Arrays.copyOf(data, data.length / 2), StandardOpenOption.TRUNCATE_EXISTING);
        } catch (NoSuchFileException none) {
            LOG.fine("nothing to damage");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void leave(Api api, String id) {
        try (var raw = new Raw(api.server())) {
            raw.send("GET /v2/images/" + id + "/file HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: " + api.token()
                    + "\r\n\r\n");
        }
    }

    private void readPart(Api api, String id) {
        byte[] data = images.get(id);
        if (data == null) {
            return;
        }
        int from = choices.nextInt(data.length - 1000);
        var answer = get(api, id, Map.of("Range", "bytes=" + from + "-" + (from + 999)));
        if (answer.statusCode() == 206) {
            assertArrayEquals(Arrays.copyOfRange(data, from, from + 1000), answer.body());
            reads.incrementAndGet();
        } else {
            answered(answer, 404, 503);
        }
    }

    private void read(Api api, String id) {
        byte[] data = images.get(id);
        if (data == null) {
            return;
        }
        var answer = get(api, id, Map.of());
        if (answer.statusCode() == 200) {
            assertArrayEquals(data, answer.body());
            reads.incrementAndGet();
        } else {
            answered(answer, 404, 503);
        }
    }

    private static HttpResponse<byte[]> get(Api api, String id, Map<String, String> headers) {
        return api.send(
                "GET", "/v2/images/" + id + "/file", headers, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    private static void end(Node node, boolean abruptly) {
        node.ending = true;
        if (abruptly) {
            node.server.kill();
        } else {
            node.server.stop();
        }
        node.server.start();
        node.enter();
        node.ending = false;
    }

    private void verify() throws IOException {
        // What was to be deleted while its node was ended is deleted now, or was.
        deleted.forEach(id -> answered(nodes.get(0).api.delete("/v2/images/" + id), 204, 404));
        int copies = 0;
        var held = new TreeMap<String, Set<String>>();
        for (Node node : nodes) {
            Await.until(PATIENCE, () -> isSettled(node));
            for (String id : files(node.cache)) {
                assertArrayEquals(images.get(id), Files.readAllBytes(node.cache.resolve(id)), id);
                held.computeIfAbsent(id, image -> new TreeSet<>())
                        .add(node == nodes.get(0) ? "\"http://first\"" : "\"http://second\"");
                copies++;
            }
        }
        for (var one : held.entrySet()) {
            String told =
                    nodes.get(0).api.get("/v2/cache/nodes/" + one.getKey()).body();
            assertEquals("[" + String.join(",", one.getValue()) + "]", told);
        }
        for (String id : images.keySet()) {
            for (Node node : nodes) {
                assertArrayEquals(images.get(id), node.api.downloaded(id));
            }
        }
        assertTrue(reads.get() > 0 && copies > 0, () -> reads + " reads");
        System.out.println(
                "compared: " + reads + " reads of " + done + " operations, " + interrupted + " of which were cut, and "
                        + copies + " copies of " + images.size() + " images at two nodes with their rows, after " + ENDS
                        + " ends");
    }

    /** Whether a node is done with what it was told, and disk, index and images agree. */
    private boolean isSettled(Node node) {
        var answer = node.api.get("/v2/cache");
        Api.expect(answer, 200);
        var state = Api.json(answer);
        var rows = new TreeMap<String, Long>();
        for (JsonObject entry : state.getJsonArray("cached_images").getValuesAs(JsonObject.class)) {
            rows.put(entry.getString("image_id"), entry.getJsonNumber("size").longValue());
        }
        try {
            var sizes = new TreeMap<String, Long>();
            for (String id : files(node.cache)) {
                sizes.put(id, Files.size(node.cache.resolve(id)));
            }
            return rows.equals(sizes)
                    && images.keySet().containsAll(rows.keySet())
                    && state.getJsonArray("queued_images").isEmpty()
                    && rows.entrySet().stream().allMatch(row -> row.getValue() == images.get(row.getKey()).length)
                    && rows.values().stream().mapToLong(Long::longValue).sum() <= 3 * 1024 * 1024
                    && files(node.cache.resolve("incomplete")).isEmpty()
                    && files(node.cache.resolve("invalid")).isEmpty();
        } catch (IOException changing) {
            return false;
        }
    }

    private static List<String> files(Path room) throws IOException {
        try (var files = Files.list(room)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
