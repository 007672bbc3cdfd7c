package io.github.predella.data.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Raw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What downloads leave behind whose readers stop, go away or stay connected, in a server with one place for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowReadersE2E {

    /** More than the buffers between the two sides take. */
    private static final int LARGE = 32_000_000;

    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofMillis(400);
    private static final int WINDOWS = 8;

    private LocalServer server;
    private URI address;
    private Api owner;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = LocalServer.start(
                directory, Map.of("predella.max_downloads", "1", "predella.download_stall_limit", "2"));
        address = URI.create(server.address());
        owner = Api.admin(address);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Each address is answered by another part of the service: one without, one with copying through the heap. */
    @ParameterizedTest
    @ValueSource(strings = {"/v2/images/", "/v2.7/images/"})
    void readerThatStopsLosesItsPlace(String way) throws IOException {
        String id = owner.createActive(Bytes.noise(LARGE));
        try (var raw = new Raw(address)) {
            assertTrue(request(raw, way + id).head().startsWith("HTTP/1.1 200 "));
            assertEquals(503, status(way, id));

            Await.until(() -> status(way, id) == 200);

            assertTrue(raw.all().length() < LARGE);
            Await.until(() -> !isOpen(id));
            assertEquals(
                    1,
                    Files.readAllLines(server.log()).stream()
                            .filter(line -> line.contains("the download of image " + id + " is ended"))
                            .count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/images/", "/v2.7/images/"})
    void readerThatGoesAwayLeavesNothingOpen(String way) {
        String id = owner.createActive(Bytes.noise(LARGE));
        try (var raw = new Raw(address)) {
            request(raw, way + id).head();
        }

        Await.until(() -> !isOpen(id));

        Await.until(() -> status(way, id) == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/images/", "/v2.7/images/"})
    void readerThatStaysConnectedCostsNothing(String way) throws InterruptedException {
        String id = owner.createActive(Bytes.noise(100_000));
        try (var raw = new Raw(address)) {
            String answer = request(raw, way + id).answer();
            assertTrue(answer.startsWith("HTTP/1.1 200 "));

            assertTrue(becomesIdle());
            assertTrue(request(raw, way + id).head().startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void requestsThatComeTogetherAreAllAnswered() throws InterruptedException {
        String small = owner.createActive(Bytes.noise(3_000_000));
        try (var raw = new Raw(address)) {
            request(raw, "/v2.7/images/" + small);
            request(raw, "/v2/images/" + small);
            request(raw, "/v2/images/" + small);
            TimeUnit.SECONDS.sleep(1);

            for (int i = 0; i < 3; i++) {
                assertTrue(raw.answer().startsWith("HTTP/1.1 200 "));
            }
            assertTrue(becomesIdle());
        }
    }

    private Raw request(Raw raw, String image) {
        return raw.send("GET " + image + "/file HTTP/1.1\r\nHost: x\r\nX-Auth-Token: " + owner.token() + "\r\n\r\n");
    }

    private int status(String way, String id) {
        return owner.get(way + id + "/file").statusCode();
    }

    /** Whether the server has the data of an image open. */
    private boolean isOpen(String id) {
        var open = Path.of("/proc", String.valueOf(server.process().pid()), "fd");
        try (var files = Files.list(open)) {
            return files.anyMatch(file -> target(file).contains(id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the server comes to rest: what it does after a start, and now and then, is over after a while. */
    private boolean becomesIdle() throws InterruptedException {
        for (int i = 0; i < WINDOWS; i++) {
            var before = busy();
            TimeUnit.MILLISECONDS.sleep(WINDOW.toMillis());
            if (busy().minus(before).compareTo(IDLE) < 0) {
                return true;
            }
        }
        return false;
    }

    private Duration busy() {
        return server.process().info().totalCpuDuration().orElseThrow();
    }
}
