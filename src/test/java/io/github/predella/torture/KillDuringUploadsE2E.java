package io.github.predella.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.ApiCalls;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uploads run all the time while the service is killed at random moments: three times, or twenty with {@code
 * -Dtorture=full}. Afterwards every acknowledged record and upload is there, no image is active with wrong bytes, and
 * nothing else is on the disk.
 */
class KillDuringUploadsE2E {

    private static final int KILLS = "full".equals(System.getProperty("torture")) ? 20 : 3;
    private static final int UPLOADERS = 3;
    private static final int LARGEST = 24 * 1024 * 1024;
    private static final Duration CLEAN_UP = Duration.ofSeconds(60);

    /** What an uploader was told about an image. */
    private record Told(String checksum, boolean uploaded) {}

    @TempDir
    Path directory;

    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Random sizes = new Random();

    @Test
    void whatWasAcknowledgedIsThereAndNothingElse() throws Exception {
        var moments = new Random();
        try (var server =
                LocalServer.start(directory, Map.of("predella.node_patience", "6", "predella.clean_up_every", "2"))) {
            for (int kill = 0; kill < KILLS; kill++) {
                var uploaders = Executors.newFixedThreadPool(UPLOADERS);
                for (int u = 0; u < UPLOADERS; u++) {
                    uploaders.execute(() -> uploadUntilCut(server));
                }
                TimeUnit.MILLISECONDS.sleep(500 + moments.nextInt(4000));

                server.kill();
                uploaders.shutdown();
                assertTrue(uploaders.awaitTermination(1, TimeUnit.MINUTES));
                server.start();

                verify(ApiCalls.asAdministrator(server));
            }
        }
        assertTrue(told.size() >= KILLS, "too little happened between the kills to prove anything");
    }

    private void uploadUntilCut(LocalServer server) {
        try {
            var api = ApiCalls.asAdministrator(server);
            while (true) {
                uploadOne(api);
            }
        } catch (IOException | InterruptedException cut) {
            // The service has been killed; what it acknowledged until then is noted.
        }
    }

    private void uploadOne(ApiCalls api) throws IOException, InterruptedException {
        byte[] data = Bytes.noise(1 + sizes.nextInt(LARGEST));
        String checksum = hex(md5().digest(data));
        String id = api.create("torture");
        told.put(id, new Told(checksum, false));
        if (api.upload(id, HttpRequest.BodyPublishers.ofByteArray(data)) == 204) {
            told.put(id, new Told(checksum, true));
        }
    }

    private void verify(ApiCalls api) throws Exception {
        awaitNothingSaving(api);
        var active = told.keySet().stream().filter(id -> isActive(api, id)).collect(Collectors.toSet());
        for (var entry : told.entrySet()) {
            if (entry.getValue().uploaded()) {
                assertTrue(active.contains(entry.getKey()), "an acknowledged upload is lost");
            }
        }
        for (String id : active) {
            assertEquals(told.get(id).checksum(), checksum(api, id), "wrong bytes in an active image");
        }
        awaitOnDisk(active);
    }

    private void awaitNothingSaving(ApiCalls api) throws Exception {
        var deadline = Instant.now().plus(CLEAN_UP);
        while (told.keySet().stream().anyMatch(id -> status(api, id).equals("saving"))) {
            assertTrue(Instant.now().isBefore(deadline), "an image is stuck");
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private void awaitOnDisk(Set<String> wanted) throws Exception {
        var deadline = Instant.now().plus(CLEAN_UP);
        while (!onDisk().equals(wanted)) {
            assertTrue(Instant.now().isBefore(deadline), () -> "on disk is " + onDisk() + ", wanted " + wanted);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private Set<String> onDisk() {
        try (Stream<Path> files = Files.list(directory.resolve("images"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isActive(ApiCalls api, String id) {
        String status = status(api, id);
        assertTrue(List.of("queued", "active").contains(status), () -> "an image is " + status);
        return status.equals("active");
    }

    private static String status(ApiCalls api, String id) {
        try {
            return api.show(id).getString("status");
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError("an acknowledged record is lost: " + id, failure);
        }
    }

    private static String checksum(ApiCalls api, String id) throws Exception {
        var digest = md5();
        try (InputStream data = api.download(id)) {
            byte[] piece = new byte[65536];
            for (int count = data.read(piece); count >= 0; count = data.read(piece)) {
                digest.update(piece, 0, count);
            }
        }
        return hex(digest.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
