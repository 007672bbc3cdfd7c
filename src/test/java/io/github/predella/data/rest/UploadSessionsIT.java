package io.github.predella.data.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Personas;
import io.github.predella.testing.Raw;
import io.github.predella.testing.SharedServer;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads that can be resumed, over HTTP. */
@SharedServer
@RunAsClient
public class UploadSessionsIT {

    /** What the server of these tests takes of one image, see arquillian.xml. */
    private static final int CAP = 8 * 1024 * 1024;

    private static final Path AREA = Path.of("target", "it-data", "staging");
    private static final Map<String, String> TUS = Map.of("Tus-Resumable", "1.0.0");
    private static final byte[] DATA = Bytes.noise(300_000);

    @ArquillianResource
    private URL address;

    private URI server;
    private Api owner;
    private Api other;
    private String id;

    @BeforeEach
    void enter() {
        server = URI.create(address.toString());
        var personas = Personas.at(server);
        owner = personas.owner();
        other = personas.other();
        id = owner.create("{\"visibility\":\"private\"}");
    }

    @Test
    public void piecesMakeUpTheWhole() throws IOException {
        String session = begin(DATA.length);

        var first = append(session, 0, Arrays.copyOf(DATA, 100_001), Map.of());
        var half = head(session);
        var last = append(session, 100_001, Arrays.copyOfRange(DATA, 100_001, DATA.length), Map.of());

        assertEquals(List.of(204, 200, 204), List.of(first.statusCode(), half.statusCode(), last.statusCode()));
        assertEquals("100001", header(first, "Upload-Offset"));
        assertEquals("100001", header(half, "Upload-Offset"));
        assertEquals("300000", header(half, "Upload-Length"));
        assertEquals("no-store", header(half, "Cache-Control"));
        assertEquals("1.0.0", header(half, "Tus-Resumable"));
        assertFalse(header(half, "Upload-Expires").isEmpty());
        assertEquals("300000", header(last, "Upload-Offset"));
        assertEquals("300000", header(head(session), "Upload-Offset"));
        var image = owner.image(id);
        assertEquals("uploading", image.getString("status"));
        assertEquals(DATA.length, image.getInt("size"));
        assertArrayEquals(DATA, Files.readAllBytes(AREA.resolve(id)));
        assertTrue(Api.json(owner.get(session)).getBoolean("complete"));
    }

    @Test
    public void aSessionIsCreatedWithAnAddressAndAnEnd() {
        var answer = create(Map.of("Upload-Length", "5"));

        var place = header(answer, "Location");
        assertEquals(201, answer.statusCode());
        assertTrue(
                place.startsWith(
                        server.resolve("/v2/images/" + id + "/upload-sessions/").toString()),
                place);
        assertEquals("0", header(answer, "Upload-Offset"));
        assertEquals("uploading", owner.image(id).getString("status"));
        var shown = Api.json(owner.get(URI.create(place).getPath()));
        assertEquals(id, shown.getString("image_id"));
        assertEquals(5, shown.getInt("length"));
        assertEquals(0, shown.getInt("offset"));
        assertFalse(shown.getBoolean("complete"));
        assertTrue(shown.getString("expires_at").endsWith("Z"), shown::toString);
    }

    @Test
    public void aSessionTellsByWhichSumsItsFileIsRecognised() {
        byte[] data = Bytes.noise(3 * 1024 * 1024);
        int mib = 1024 * 1024;
        String session = begin(data.length);

        append(session, 0, Arrays.copyOf(data, 2 * mib + 7), Map.of());

        var shown = Api.json(owner.get(session));
        assertEquals(digest("sha256", Arrays.copyOf(data, mib)), shown.getString("first_sha256"));
        assertEquals(digest("sha256", Arrays.copyOfRange(data, mib + 7, 2 * mib + 7)), shown.getString("last_sha256"));
    }

    @Test
    public void nothingAtAllIsCompleteAtOnce() {
        String session = begin(0);

        assertTrue(Api.json(owner.get(session)).getBoolean("complete"));
        assertEquals(0, owner.image(id).getInt("size"));
        assertEquals("uploading", owner.image(id).getString("status"));
    }

    @Test
    public void requestsThatMakeNoSenseAreRefused() {
        assertEquals(400, create(Map.of()).statusCode());
        assertEquals(400, create(Map.of("Upload-Length", "-1")).statusCode());
        assertEquals(400, create(Map.of("Upload-Length", "x")).statusCode());
        assertEquals(
                400,
                create(Map.of("Upload-Length", "5", "Upload-Defer-Length", "1")).statusCode());
        assertEquals(
                400,
                create(Map.of("Upload-Length", "5", "Upload-Metadata", "sha256 ***"))
                        .statusCode());
        assertEquals(400, create(metadata("sha256", "abc")).statusCode());
        assertEquals(400, create(metadata("import", "{}")).statusCode());
        assertEquals(400, create(metadata("import", "nonsense")).statusCode());
        assertEquals(
                413, create(Map.of("Upload-Length", String.valueOf(CAP + 1))).statusCode());
        assertNothingLeft();
        String session = begin(5);
        assertEquals(400, patch(session, new byte[1], TUS).statusCode());
        assertEquals(
                400,
                append(session, 0, new byte[1], Map.of("Upload-Checksum", "crc32 AAAA"))
                        .statusCode());
        assertEquals(
                400,
                append(session, 0, new byte[1], Map.of("Upload-Checksum", "sha1 AAAA"))
                        .statusCode());
        assertEquals(
                415,
                owner.send("PATCH", session, with(TUS, Map.of("Upload-Offset", "0")), BodyPublishers.ofString("x"))
                        .statusCode());
    }

    @Test
    public void theVersionOfTheProtocolHasToBeNamed() {
        String session = begin(5);

        var unversioned = owner.send("POST", path(), Map.of("Upload-Length", "5"), BodyPublishers.noBody());

        assertEquals(412, unversioned.statusCode());
        assertEquals("1.0.0", header(unversioned, "Tus-Version"));
        assertEquals(412, owner.bare("HEAD", session).statusCode());
        assertEquals(412, owner.delete(session).statusCode());
        assertEquals(200, owner.get(session).statusCode());
    }

    @Test
    public void optionsTellWhatThereIs() {
        var options = owner.bare("OPTIONS", path());

        assertEquals(204, options.statusCode());
        assertEquals("1.0.0", header(options, "Tus-Version"));
        assertEquals("creation,termination,expiration,checksum", header(options, "Tus-Extension"));
        assertEquals(String.valueOf(CAP), header(options, "Tus-Max-Size"));
        assertEquals("sha1,sha256,md5", header(options, "Tus-Checksum-Algorithm"));
        assertEquals(200, owner.bare("OPTIONS", "/v2/images").statusCode());
        assertEquals(405, owner.bare("HEAD", "/v2/images/" + id).statusCode());
    }

    @Test
    public void offsetsHaveToMatch() {
        String session = begin(10);
        assertEquals(204, append(session, 0, new byte[4], Map.of()).statusCode());

        assertEquals(409, append(session, 0, new byte[4], Map.of()).statusCode());
        assertEquals(409, append(session, 5, new byte[5], Map.of()).statusCode());
        assertEquals(413, append(session, 4, new byte[7], Map.of()).statusCode());

        assertEquals("4", header(head(session), "Upload-Offset"));
    }

    @Test
    public void anImageHasOneSessionAtATime() {
        String session = begin(10);

        assertEquals(409, create(Map.of("Upload-Length", "5")).statusCode());
        assertEquals(409, owner.upload(id, new byte[3]).statusCode());

        assertEquals(200, head(session).statusCode());
    }

    @Test
    public void onePieceComesInAtATime() throws IOException {
        String session = begin(10);

        try (var first = new Raw(server)) {
            first.send(patchHead(session, 0, 10)).send("hello");
            Await.until(() -> Files.exists(file(session)));
            int second = append(session, 0, new byte[10], Map.of()).statusCode();
            String answer = first.send("world").answer();

            assertEquals(409, second);
            assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
        }
        assertEquals("helloworld", Files.readString(AREA.resolve(id)));
    }

    @Test
    public void whatArrivedBeforeACutIsKept() throws IOException {
        String session = begin(DATA.length);

        try (var raw = new Raw(server)) {
            raw.send(patchHead(session, 0, DATA.length)).send(Arrays.copyOf(DATA, 123_457));
            Await.until(() -> Files.exists(file(session)));
        }
        Await.until(() -> !"0".equals(header(head(session), "Upload-Offset")));
        int offset = Integer.parseInt(header(head(session), "Upload-Offset"));

        assertTrue(offset <= 123_457, () -> "offset " + offset);
        assertEquals(
                204,
                append(session, offset, Arrays.copyOfRange(DATA, offset, DATA.length), Map.of())
                        .statusCode());
        assertArrayEquals(DATA, Files.readAllBytes(AREA.resolve(id)));
    }

    @Test
    public void piecesAreCheckedAgainstTheirSums() {
        String session = begin(5);
        var hello = "hello".getBytes(StandardCharsets.UTF_8);
        var right = Map.of("Upload-Checksum", "sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00=");

        var refused = append(session, 0, "hullo".getBytes(StandardCharsets.UTF_8), right);

        assertEquals(460, refused.statusCode());
        assertEquals("0", header(head(session), "Upload-Offset"));
        assertEquals(204, append(session, 0, hello, right).statusCode());
        assertEquals(5, owner.image(id).getInt("size"));
    }

    @Test
    public void allTheDataIsCheckedAgainstItsSum() {
        String sum = digest("sha256", DATA);
        var expecting = new HashMap<>(metadata("sha256", sum));
        expecting.put("Upload-Length", String.valueOf(DATA.length));
        String wrong = URI.create(header(create(expecting), "Location")).getPath();

        assertEquals(460, append(wrong, 0, new byte[DATA.length], Map.of()).statusCode());
        assertNothingLeft();
        String right = URI.create(header(create(expecting), "Location")).getPath();
        assertEquals(204, append(right, 0, DATA, Map.of()).statusCode());
        assertEquals(DATA.length, owner.image(id).getInt("size"));
    }

    @Test
    public void aCancelledSessionLeavesNothing() {
        String session = begin(10);
        append(session, 0, new byte[4], Map.of());

        assertEquals(
                204, owner.send("DELETE", session, TUS, BodyPublishers.noBody()).statusCode());

        assertNothingLeft();
        assertFalse(Files.exists(file(session)));
        assertEquals(404, head(session).statusCode());
        assertEquals(204, owner.upload(owner.createRaw(), new byte[1]).statusCode());
    }

    @Test
    public void sessionsGoWithTheirImage() {
        String session = begin(10);
        append(session, 0, new byte[4], Map.of());

        assertEquals(204, owner.delete("/v2/images/" + id).statusCode());

        assertFalse(Files.exists(file(session)));
        assertEquals(404, head(session).statusCode());
    }

    @Test
    public void othersFindNoSession() {
        String session = begin(10);

        assertEquals(
                404, other.send("HEAD", session, TUS, BodyPublishers.noBody()).statusCode());
        assertEquals(404, other.get(session).statusCode());
        assertEquals(
                401,
                Api.stranger(server)
                        .send("HEAD", session, TUS, BodyPublishers.noBody())
                        .statusCode());
    }

    @Test
    public void theImportThatWasAskedForFollowsTheLastByte() {
        id = owner.createRaw();
        var importing = metadata("import", "{\"method\":{\"name\":\"glance-direct\"}}");
        String session = URI.create(header(create(importing), "Location")).getPath();

        assertEquals(
                204,
                append(session, 0, "hello".getBytes(StandardCharsets.UTF_8), Map.of())
                        .statusCode());

        Await.until(() -> "active".equals(owner.image(id).getString("status")));
        assertEquals("5d41402abc4b2a76b9719d911017c592", owner.image(id).getString("checksum"));
        assertFalse(Files.exists(AREA.resolve(id)));
    }

    @Test
    public void anImportThatIsRefusedLeavesTheDataStaged() {
        String session = URI.create(header(create(metadata("import", "{\"method\":{\"name\":\"frob\"}}")), "Location"))
                .getPath();

        assertEquals(204, append(session, 0, new byte[5], Map.of()).statusCode());

        assertEquals("uploading", owner.image(id).getString("status"));
        assertTrue(Files.exists(AREA.resolve(id)));
    }

    private String path() {
        return "/v2/images/" + id + "/upload-sessions";
    }

    /** The path of a new session. */
    private String begin(int length) {
        var answer = create(Map.of("Upload-Length", String.valueOf(length)));
        Api.expect(answer, 201);
        return URI.create(header(answer, "Location")).getPath();
    }

    private HttpResponse<String> create(Map<String, String> headers) {
        return owner.send("POST", path(), with(TUS, headers), BodyPublishers.noBody());
    }

    private HttpResponse<String> head(String session) {
        return owner.send("HEAD", session, TUS, BodyPublishers.noBody());
    }

    private HttpResponse<String> append(String session, long offset, byte[] data, Map<String, String> more) {
        return patch(session, data, with(with(TUS, more), Map.of("Upload-Offset", String.valueOf(offset))));
    }

    private HttpResponse<String> patch(String session, byte[] data, Map<String, String> headers) {
        return owner.send(
                "PATCH",
                session,
                with(headers, Map.of("Content-Type", "application/offset+octet-stream")),
                BodyPublishers.ofByteArray(data));
    }

    private String patchHead(String session, long offset, int length) {
        return "PATCH " + session + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: " + owner.token()
                + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: "
                + offset + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static Map<String, String> metadata(String key, String value) {
        return Map.of(
                "Upload-Length",
                "5",
                "Upload-Metadata",
                "filename ZGlzaw==,empty," + key + " "
                        + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static String digest(String algorithm, byte[] data) {
        return HexFormat.of().formatHex(new DigestAlgorithm(algorithm).digest().digest(data));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Path file(String session) {
        return AREA.resolve("." + session.substring(session.lastIndexOf('/') + 1) + ".session");
    }

    private void assertNothingLeft() {
        var image = owner.image(id);
        assertEquals("queued", image.getString("status"));
        assertEquals(JsonValue.NULL, image.get("size"));
        try (var files = Files.list(AREA)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.getFileName().toString().contains(id))
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
