package io.github.predella.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * People who make, fill, read, change, share, import and delete images all the time. Each request may reach another node
 * than the one before, and each looks at once for what the request before has done.
 */
final class MixedLoad implements AutoCloseable {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Map<String, String> OCTETS = Map.of("Content-Type", "application/octet-stream");
    private static final Map<String, String> PATCH =
            Map.of("Content-Type", "application/openstack-images-v2.1-json-patch");
    private static final byte[] NOISE = Bytes.noise(3 * 1024 * 1024);
    private static final long PAUSE_NANOS = Duration.ofMillis(300).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LEAST = 256 * 1024;

    /** Every so many images one is deleted again, so that what is there keeps to a size. */
    private static final int DELETED = 2;

    private final BalancedClient client;
    private final boolean mayBreak;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger images = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private volatile boolean stopped;
    private final List<Thread> people;

    /** @param mayBreak whether connections may break, because nodes are killed; what was under way then counts nothing */
    MixedLoad(BalancedClient client, int people, boolean mayBreak) {
        this.client = client;
        this.mayBreak = mayBreak;
        this.people = IntStream.range(0, people)
                .mapToObj(number -> new Thread(this::run, "load-" + number))
                .toList();
        this.people.forEach(Thread::start);
    }

    /** Waits until some more images have gone all their way. */
    void awaitMore(int more) {
        int before = images.get();
        Await.until(() -> images.get() >= before + more || !failures.isEmpty());
    }

    /** What went otherwise than it should. */
    List<String> failures() {
        return failures;
    }

    /** Images that have gone all their way. */
    int images() {
        return images.get();
    }

    /** Images whose way ended with a connection that broke. */
    int broken() {
        return broken.get();
    }

    /** The data of the images that were acknowledged and not deleted, by id. */
    Map<String, byte[]> kept() {
        return kept;
    }

    /** Images of which nobody was told whether they are there. */
    Set<String> unsure() {
        return unsure;
    }

    @Override
    public void close() {
        stopped = true;
        for (Thread one : people) {
            try {
                one.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        for (int round = 0; !stopped && failures.isEmpty(); round++) {
            try {
                image(round);
                images.incrementAndGet();
                // The nodes, which start beside all this, need some of the processors as well.
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (IOException cut) {
                broken.incrementAndGet();
                if (!mayBreak) {
                    failures.add(Thread.currentThread().getName() + ": " + cut);
                }
            } catch (InterruptedException | RuntimeException | AssertionError failure) {
                failures.add(Thread.currentThread().getName() + ": " + failure);
            }
        }
    }

    private void image(int round) throws IOException, InterruptedException {
        String name = Thread.currentThread().getName() + "-" + round;
        String id = json(client.send(201, "POST", "/v2/images", JSON, BodyPublishers.ofString("""
                {"name":"%s","disk_format":"raw","container_format":"bare"}""".formatted(name))))
                .getString("id");
        String path = "/v2/images/" + id;
        unsure.add(id);
        require(get("/v2/images?name=" + name).getJsonArray("images").size() == 1, "a new image is not listed");
        byte[] data = data(round);
        switch (round % 3) {
            case 0 -> upload(path, data);
            case 1 -> stage(path, data);
            default -> piecemeal(path, data);
        }
        require(get(path).getString("status").equals("active"), "an image with data is not active");
        kept.put(id, data);
        unsure.remove(id);
        require(Arrays.equals(data, bytes(path + "/file")), "an image has not the bytes it was given");
        client.send(200, "PATCH", path, PATCH, BodyPublishers.ofString("""
                [{"op":"add","path":"/colour","value":"%s"}]""".formatted(name)));
        require(get(path).getString("colour").equals(name), "a change is not seen");
        client.send(200, "POST", path + "/members", JSON, BodyPublishers.ofString("{\"member\":\"somebody\"}"));
        require(get(path + "/members").getJsonArray("members").size() == 1, "a member is not seen");
        if (round % DELETED == 0) {
            kept.remove(id);
            unsure.add(id);
            client.send(204, "DELETE", path, Map.of(), BodyPublishers.noBody());
            client.send(404, "GET", path, Map.of(), BodyPublishers.noBody());
            unsure.remove(id);
        }
    }

    private static byte[] data(int round) {
        int size = LEAST + Math.floorMod(round * 7919 * 1024, NOISE.length - LEAST);
        return Arrays.copyOf(NOISE, size);
    }

    private void upload(String path, byte[] data) throws IOException, InterruptedException {
        client.send(204, "PUT", path + "/file", OCTETS, BodyPublishers.ofByteArray(data));
    }

    private void stage(String path, byte[] data) throws IOException, InterruptedException {
        client.send(204, "PUT", path + "/stage", OCTETS, BodyPublishers.ofByteArray(data));
        client.send(
                202,
                "POST",
                path + "/import",
                JSON,
                BodyPublishers.ofString("{\"method\":{\"name\":\"glance-direct\"}}"));
        awaitActive(path);
    }

    /** Waits for an import that was accepted. One that has lost its node fails with a reason, and is a broken way. */
    private void awaitActive(String path) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!get(path).getString("status").equals("active")) {
            require(Instant.now().isBefore(deadline), "an import does not end: " + path);
            var tasks = get(path + "/tasks").getJsonArray("tasks");
            if (!tasks.isEmpty() && tasks.getJsonObject(0).getString("status").equals("failure")) {
                String reason = "an import fails: " + tasks.getJsonObject(0).getString("message");
                require(mayBreak, reason);
                throw new IOException(reason);
            }
            Thread.sleep(50);
        }
    }

    /** By an upload session, each piece to another node. */
    private void piecemeal(String path, byte[] data) throws IOException, InterruptedException {
        var begun = client.send(
                201,
                "POST",
                path + "/upload-sessions",
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        String.valueOf(data.length),
                        "Upload-Metadata",
                        "import "
                                + Base64.getEncoder()
                                        .encodeToString("{\"method\":{\"name\":\"glance-direct\"}}".getBytes(UTF_8))),
                BodyPublishers.noBody());
        String session =
                URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
        int half = data.length / 2;
        piece(session, data, 0, half);
        piece(session, data, half, data.length);
        awaitActive(path);
    }

    private void piece(String session, byte[] data, int from, int to) throws IOException, InterruptedException {
        var headers = Map.of(
                "Tus-Resumable", "1.0.0",
                "Upload-Offset", String.valueOf(from),
                "Content-Type", "application/offset+octet-stream");
        client.send(204, "PATCH", session, headers, BodyPublishers.ofByteArray(data, from, to - from));
    }

    private JsonObject get(String path) throws IOException, InterruptedException {
        return json(client.send(200, "GET", path, Map.of(), BodyPublishers.noBody()));
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        return client.send(200, "GET", path, Map.of(), BodyPublishers.noBody()).body();
    }

    private static JsonObject json(HttpResponse<byte[]> answer) {
        try (var reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readObject();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
