package io.github.predella.data.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Personas;
import io.github.predella.testing.Raw;
import io.github.predella.testing.SharedServer;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code GET …/file} over HTTP: the whole data, parts of it, and none. */
@SharedServer
@RunAsClient
public class DownloadIT {

    private static final byte[] DATA = Bytes.noise(100);

    /** Each address is answered by another part of the service: one without, one with copying through the heap. */
    private static final List<String> WAYS = List.of("/v2/images/", "/v2.7/images/");

    @ArquillianResource
    private URL address;

    private URI server;
    private Personas personas;
    private Api owner;
    private String id;

    @BeforeEach
    void enter() {
        server = URI.create(address.toString());
        personas = Personas.at(server);
        owner = personas.owner();
        id = owner.createActive(DATA);
    }

    @Test
    public void wholeDataIsSentWithItsLengthAndChecksum() {
        for (String way : WAYS) {
            var answer = get(way, Map.of());

            assertEquals(200, answer.statusCode(), way);
            assertArrayEquals(DATA, answer.body(), way);
            assertEquals("application/octet-stream", header(answer, "Content-Type"), way);
            assertEquals("100", header(answer, "Content-Length"), way);
            assertEquals(owner.image(id).getString("checksum"), header(answer, "Content-MD5"), way);
            assertEquals("", header(answer, "Content-Range"), way);
            assertEquals("", header(answer, "Content-Encoding"), way);
            assertTrue(header(answer, "x-openstack-request-id").startsWith("req-"), way);
        }
    }

    @Test
    public void rangesAreSentAsTheyWereAsked() {
        assertRange("bytes=0-9", 0, 9);
        assertRange("bytes=10-19", 10, 19);
        assertRange("bytes=90-", 90, 99);
        assertRange("bytes=-10", 90, 99);
        assertRange("bytes=-1000", 0, 99);
        assertRange("bytes=50-1000", 50, 99);
        assertRange("bytes=99-99", 99, 99);
        assertRange("bytes=0-", 0, 99);
    }

    @Test
    public void rangesThatCannotBeAreRefused() {
        for (String range :
                List.of("bytes=100-", "bytes=100-110", "bytes=9-5", "bytes=-0", "bytes=-", "lines=1-2", "x")) {
            assertEquals(List.of(416, 416), statuses(Map.of("Range", range)), range);
        }
        assertEquals(List.of(400, 400), statuses(Map.of("Range", "bytes=0-1,3-4")));
    }

    @Test
    public void contentRangeIsTheOlderWayToAsk() {
        for (String range : List.of("bytes 10-19/100", "bytes 10-19/*")) {
            for (String way : WAYS) {
                var answer = get(way, Map.of("Content-Range", range));

                assertEquals(206, answer.statusCode(), range);
                assertEquals("bytes 10-19/100", header(answer, "Content-Range"), range);
                assertArrayEquals(Arrays.copyOfRange(DATA, 10, 20), answer.body(), range);
            }
        }
        for (String range :
                List.of("bytes 0-100/*", "bytes 100-101/*", "bytes 0-199/200", "bytes */10", "bytes 5-1/*", "x")) {
            assertEquals(List.of(416, 416), statuses(Map.of("Content-Range", range)), range);
        }
    }

    @Test
    public void rangeWinsOverContentRange() {
        var answer = get(WAYS.get(0), Map.of("Range", "bytes=0-4", "Content-Range", "bytes 10-19/*"));

        assertEquals(206, answer.statusCode());
        assertEquals("bytes 0-4/100", header(answer, "Content-Range"));
    }

    @Test
    public void imageWithoutDataAnswersNothing() {
        String waiting = owner.createRaw();

        for (var headers : List.of("", "\r\nRange: bytes=0-1", "\r\nContent-Range: bytes */10")) {
            String answer = Raw.exchange(
                    server, "GET /v2/images/" + waiting + "/file HTTP/1.1\r\nX-Auth-Token: " + owner.token() + headers);

            assertTrue(answer.startsWith("HTTP/1.1 204 No Content\r\n"), answer);
            assertTrue(!answer.contains("Content-Type"), answer);
            assertTrue(answer.endsWith("\r\n\r\n"), answer);
        }
    }

    @Test
    public void emptyImageIsSentAsNothing() {
        String empty = owner.createActive(new byte[0]);

        assertEquals(200, owner.get("/v2/images/" + empty + "/file").statusCode());
        assertEquals(
                416,
                owner.send("GET", "/v2/images/" + empty + "/file", Map.of("Range", "bytes=0-"), BodyPublishers.noBody())
                        .statusCode());
    }

    @Test
    public void deactivatedImageIsForAdministratorsOnly() {
        Api.expect(owner.bare("POST", "/v2/images/" + id + "/actions/deactivate"), 204);

        assertEquals(List.of(403, 403), statuses(Map.of()));
        assertEquals(200, personas.admin().get("/v2/images/" + id + "/file").statusCode());
        Api.expect(owner.bare("POST", "/v2/images/" + id + "/actions/reactivate"), 204);
        assertEquals(List.of(200, 200), statuses(Map.of()));
    }

    @Test
    public void preferredStoresHaveToExist() {
        String file = "/v2/images/" + id + "/file?prefer=";

        assertEquals(200, owner.get(file + "local").statusCode());
        assertEquals(200, owner.get(file + "local,local").statusCode());
        assertEquals(400, owner.get(file + "unknown").statusCode());
        assertEquals(400, owner.get(file + "local,unknown").statusCode());
        assertEquals(403, personas.named("owner reader").get(file + "local").statusCode());
        assertEquals(404, personas.other().get(file + "local").statusCode());
    }

    @Test
    public void dataIsNotForStrangers() {
        assertEquals(401, Api.stranger(server).get("/v2/images/" + id + "/file").statusCode());
        assertEquals(404, personas.other().get("/v2/images/" + id + "/file").statusCode());
    }

    @Test
    public void abortedDownloadsLeaveTheServiceWell() {
        String large = owner.createActive(Bytes.noise(8_000_000));

        for (int i = 0; i < 30; i++) {
            try (var raw = new Raw(server)) {
                String way = WAYS.get(i % 2);
                raw.send("GET " + way + large + "/file HTTP/1.1\r\nHost: x\r\nX-Auth-Token: " + owner.token()
                        + "\r\n\r\n");
            }
        }

        assertEquals(List.of(200, 200), statuses(Map.of()));
        assertEquals(8_000_000, get(WAYS.get(0), large, Map.of()).body().length);
        assertEquals(204, owner.delete("/v2/images/" + large).statusCode());
    }

    @Test
    public void connectionThatServesManyRequestsAtOnceCarriesTheData() throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        for (String way : WAYS) {
            var request = HttpRequest.newBuilder(server.resolve(way + id + "/file"))
                    .timeout(Duration.ofSeconds(10))
                    .header("X-Auth-Token", owner.token())
                    .build();

            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());

            assertEquals(HttpClient.Version.HTTP_2, answer.version(), way);
            assertArrayEquals(DATA, answer.body(), way);
        }
    }

    private void assertRange(String range, int first, int last) {
        for (String way : WAYS) {
            var answer = get(way, Map.of("Range", range));

            assertEquals(206, answer.statusCode(), way + range);
            assertEquals("bytes " + first + "-" + last + "/100", header(answer, "Content-Range"), way + range);
            assertEquals(String.valueOf(last - first + 1), header(answer, "Content-Length"), way + range);
            assertEquals(owner.image(id).getString("checksum"), header(answer, "Content-MD5"), way + range);
            assertArrayEquals(Arrays.copyOfRange(DATA, first, last + 1), answer.body(), way + range);
        }
    }

    private List<Integer> statuses(Map<String, String> headers) {
        return WAYS.stream().map(way -> get(way, headers).statusCode()).toList();
    }

    private HttpResponse<byte[]> get(String way, Map<String, String> headers) {
        return get(way, id, headers);
    }

    private HttpResponse<byte[]> get(String way, String image, Map<String, String> headers) {
        return owner.send(
                "GET",
                way + image + "/file",
                headers,
                BodyPublishers.noBody(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
