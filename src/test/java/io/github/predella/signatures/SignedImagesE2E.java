package io.github.predella.signatures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Jsons;
import io.github.predella.testing.Api;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Packed;
import io.github.predella.testing.ScriptedServer;
import io.github.predella.testing.Signer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signed images by every way in which data comes, with certificates from a Barbican and from a directory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedImagesE2E {

    private static final String KEPT = "11111111-2222-4333-8444-000000000001";
    private static final String EXPIRED = "11111111-2222-4333-8444-000000000002";
    private static final String UNKNOWN = "11111111-2222-4333-8444-000000000003";
    private static final String BROKEN = "11111111-2222-4333-8444-000000000004";
    private static final String FILE = "11111111-2222-4333-8444-000000000005";

    private static final byte[] DATA = Bytes.noise(700_000);
    private static final Signer ANN = Signer.of("Ann", "ECC_SECT571R1");

    private Path store;
    private ScriptedServer barbican;
    private LocalServer server;
    private Api owner;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        var now = Instant.now();
        byte[] valid = ANN.certificate(now.minusSeconds(60), now.plus(Duration.ofDays(1)));
        barbican = new ScriptedServer();
        serve(KEPT, valid);
        serve(EXPIRED, ANN.certificate(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1))));
        barbican.at(target(BROKEN), "HTTP/1.1 500 Broken\nContent-Length: 0\n\n");
        Path certificates = Files.createDirectory(temporary.resolve("certificates"));
        Files.writeString(certificates.resolve(FILE + ".pem"), Signer.pem(valid));
        store = temporary.resolve("store");
        server = LocalServer.start(
                temporary.resolve("data"),
                Map.of(
                        "DEFAULT.enabled_backends",
                        "one:file",
                        "glance_store.default_backend",
                        "one",
                        "one.filesystem_store_datadir",
                        store.toString(),
                        "barbican.barbican_endpoint",
                        barbican.url(""),
                        "predella.certificate_directory",
                        certificates.toString(),
                        "image_import_opts.image_import_plugins",
                        "[image_decompression]"));
        owner = Api.admin(URI.create(server.address()));
    }

    private static String target(String id) {
        return "/v1/secrets/" + id + "/payload";
    }

    private void serve(String id, byte[] certificate) {
        barbican.at(target(id), (request, out) -> {
            boolean known = owner.token().equals(request.headers().get("x-auth-token"));
            String head = "HTTP/1.1 " + (known ? "200 OK" : "401 No") + "\r\nContent-Length: "
                    + (known ? certificate.length : 0) + "\r\n\r\n";
            out.write(head.getBytes(ISO_8859_1));
            out.write(known ? certificate : new byte[0]);
        });
    }

    @AfterAll
    void stop() {
        barbican.close();
        server.close();
    }

    private String create(String hashMethod, byte[] signed, String certificate) {
        var image = Jsons.object().add("disk_format", "raw").add("container_format", "bare");
        ANN.properties(hashMethod, signed, certificate).forEach(image::add);
        return owner.create(image.build().toString());
    }

    private static byte[] changed(byte[] data) {
        byte[] other = data.clone();
        other[data.length - 1] ^= 1;
        return other;
    }

    private boolean isStored(String id) throws IOException {
        if (!Files.exists(store)) {
            return false;
        }
        try (var files = Files.walk(store)) {
            return files.anyMatch(file -> file.getFileName().toString().contains(id));
        }
    }

    private void requireNothingLeft(String id, String status) throws IOException {
        var image = owner.image(id);
        assertEquals(status, image.getString("status"));
        assertTrue(image.isNull("checksum"), image::toString);
        assertFalse(isStored(id));
    }

    private HttpResponse<String> importStaged(String id) {
        return owner.post("/v2/images/" + id + "/import", "{\"method\":{\"name\":\"glance-direct\"}}");
    }

    @ParameterizedTest
    @CsvSource({"SHA-512", "SHA-256"})
    void signedDataBecomesTheImage(String hashMethod) {
        String id = create(hashMethod, DATA, KEPT);

        Api.expect(owner.upload(id, DATA), 204);

        assertEquals("active", owner.image(id).getString("status"));
        assertArrayEquals(DATA, owner.downloaded(id));
    }

    @Test
    void oneWrongByteIsRefusedAndLeavesNothingUntilTheRightDataComes() throws IOException {
        String id = create("SHA-256", DATA, KEPT);

        var answer = owner.upload(id, changed(DATA));

        Api.expect(answer, 400);
        assertTrue(answer.body().contains("Signature verification failed"), answer::body);
        requireNothingLeft(id, "queued");
        Api.expect(owner.upload(id, DATA), 204);
        assertTrue(isStored(id));
    }

    @ParameterizedTest
    @CsvSource({EXPIRED + ", 400, was valid until", UNKNOWN + ", 400, not found", BROKEN + ", 503, not available"})
    void certificatesThatDoNotCountKeepDataAway(String certificate, int status, String reason) throws IOException {
        String id = create("SHA-256", DATA, certificate);

        var answer = owner.upload(id, DATA);

        Api.expect(answer, status);
        assertTrue(answer.body().contains(reason), answer::body);
        requireNothingLeft(id, "queued");
        owner.stage(id, DATA);
        Api.expect(importStaged(id), status);
        requireNothingLeft(id, "uploading");
    }

    @ParameterizedTest
    @CsvSource({"SHA-512", "SHA-384"})
    void stagedDataIsVerifiedByItsImport(String hashMethod) throws IOException {
        String right = create(hashMethod, DATA, KEPT);
        String wrong = create(hashMethod, DATA, KEPT);
        owner.stage(right, DATA);
        owner.stage(wrong, changed(DATA));

        Api.expect(importStaged(right), 202);
        Api.expect(importStaged(wrong), 202);

        assertEquals("active", owner.ended(right).getString("status"));
        assertEquals("uploading", owner.ended(wrong).getString("status"));
        requireNothingLeft(wrong, "uploading");
        assertTrue(
                owner.task(wrong).getString("message").contains("Signature verification failed"),
                () -> owner.task(wrong).toString());
    }

    @Test
    void signatureIsThatOfWhatPluginsLeave() throws IOException {
        byte[] packed = Packed.as("gzip", DATA);
        String unfolded = create("SHA-256", DATA, KEPT);
        String folded = create("SHA-256", packed, KEPT);
        owner.stage(unfolded, packed);
        owner.stage(folded, packed);

        Api.expect(importStaged(unfolded), 202);
        Api.expect(importStaged(folded), 202);

        assertEquals("active", owner.ended(unfolded).getString("status"));
        assertArrayEquals(DATA, owner.downloaded(unfolded));
        assertEquals("uploading", owner.ended(folded).getString("status"));
        requireNothingLeft(folded, "uploading");
    }

    @Test
    void resumableUploadsAreVerifiedBeforeTheirDataIsSeen() throws IOException {
        String right = create("SHA-256", DATA, FILE);
        String wrong = create("SHA-256", DATA, FILE);

        send(right, DATA);
        send(wrong, changed(DATA));

        assertEquals("active", owner.ended(right).getString("status"));
        assertEquals("uploading", owner.ended(wrong).getString("status"));
        requireNothingLeft(wrong, "uploading");
    }

    /** Sends data in one piece and has it imported. */
    private void send(String id, byte[] data) {
        JsonObject wanted = Jsons.object()
                .add("method", Jsons.object().add("name", "glance-direct"))
                .build();
        var begun = owner.send(
                "POST",
                "/v2/images/" + id + "/upload-sessions",
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        String.valueOf(data.length),
                        "Upload-Metadata",
                        "import "
                                + Base64.getEncoder()
                                        .encodeToString(wanted.toString().getBytes(UTF_8))),
                BodyPublishers.noBody());
        Api.expect(begun, 201);
        String session =
                URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
        var sent = owner.send(
                "PATCH",
                session,
                Map.of(
                        "Tus-Resumable", "1.0.0",
                        "Upload-Offset", "0",
                        "Content-Type", "application/offset+octet-stream"),
                BodyPublishers.ofByteArray(data));
        Api.expect(sent, 204);
    }
}
