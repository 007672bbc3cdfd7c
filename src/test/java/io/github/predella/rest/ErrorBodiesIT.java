package io.github.predella.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Personas;
import io.github.predella.testing.Raw;
import io.github.predella.testing.SharedServer;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How refusals are told, byte for byte, and that they tell nothing else. */
@SharedServer
@RunAsClient
public class ErrorBodiesIT {

    private static final String PAGE = """
            <html>
             <head>
              <title>404 Not Found</title>
             </head>
             <body>
              <h1>404 Not Found</h1>
              No image found with ID &lt;x&gt; &amp; &quot;y&#x27;s&quot;<br /><br />



             </body>
            </html>""";

    @ArquillianResource
    private URL address;

    private URI server;
    private Api owner;

    @BeforeEach
    void enter() {
        server = URI.create(address.toString());
        owner = Personas.at(server).owner();
    }

    @Test
    public void pagesAreForThoseWhoAcceptAnything() {
        for (String accept : List.of("*/*", "text/html", "text/*", "text/html, application/json")) {
            var answer = refused(accept);

            assertEquals("text/html; charset=UTF-8", header(answer, "Content-Type"), accept);
            assertEquals(PAGE, answer.body(), accept);
        }
    }

    @Test
    public void jsonIsForThoseWhoPreferIt() {
        for (String accept : List.of("application/json", "application/*", "text/html;q=0.5, application/json")) {
            var answer = refused(accept);

            assertEquals("application/json", header(answer, "Content-Type"), accept);
            assertEquals(
                    "{\"message\":\"No image found with ID <x> & \\\"y's\\\"<br /><br />\\n\\n\\n\","
                            + "\"code\":\"404 Not Found\",\"title\":\"Not Found\"}",
                    answer.body(),
                    accept);
        }
    }

    @Test
    public void plainTextIsForTheOthers() {
        for (String accept : List.of("image/png", "application/vnd.openstack.images-v2")) {
            var answer = refused(accept);

            assertEquals("text/plain; charset=UTF-8", header(answer, "Content-Type"), accept);
            assertEquals("404 Not Found\n\nNo image found with ID <x> & \"y's\"", answer.body(), accept);
        }
    }

    @Test
    public void bodiesThatAreNoJsonAreRefused() {
        for (String body : List.of(
                "",
                "x",
                "\"text\"",
                "17",
                "null",
                "[1",
                "{\"a\":",
                "{\"name\":\"a\"} more",
                "{}{}",
                "[".repeat(100_000))) {
            var answer = owner.post("/v2/images", body);

            assertEquals(400, answer.statusCode(), body.substring(0, Math.min(20, body.length())));
        }
    }

    @Test
    public void listsAreRefusedWhereObjectsAreWanted() {
        String image = "/v2/images/" + owner.createRaw();

        for (String path : List.of("/v2/images", image + "/members", image + "/import", image + "/locations")) {
            assertEquals(400, owner.post(path, "[]").statusCode(), path);
        }
        assertEquals(
                400,
                owner.post(image + "/import", "{\"method\":\"glance-direct\"}").statusCode());
        assertEquals(400, owner.post(image + "/members", "{\"member\":[\"p\"]}").statusCode());
        assertEquals(400, owner.post(image + "/members", "{\"member\":17}").statusCode());
    }

    @Test
    public void textThatIsNotUtf8IsRefused() {
        byte[] body = "{\"name\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        body[9] = (byte) 0xff;

        int inBody = owner.send("POST", "/v2/images", Map.of(), BodyPublishers.ofByteArray(body))
                .statusCode();
        String inQuery = Raw.exchange(server, "GET /v2/images?name=%ff HTTP/1.1\r\nX-Auth-Token: " + owner.token());
        String inPath = Raw.exchange(server, "GET /v2/images/%ff HTTP/1.1\r\nX-Auth-Token: " + owner.token());

        assertEquals(400, inBody);
        assertTrue(inQuery.startsWith("HTTP/1.1 400 "), inQuery);
        assertTrue(inPath.startsWith("HTTP/1.1 400 "), inPath);
    }

    @Test
    public void hugeBodyIsRefusedInBoundedMemory() {
        String body = "{\"name\":\"" + "a".repeat(5_000_000) + "\"}";

        var answer = owner.post("/v2/images", body);

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("4194304"), answer.body());
    }

    @Test
    public void bodyThatEndsEarlyMakesNothing() {
        int before = Api.json(owner.get("/v2/images?limit=1000"))
                .getJsonArray("images")
                .size();

        try (var raw = new Raw(server)) {
            raw.send("POST /v2/images HTTP/1.1\r\nHost: x\r\nX-Auth-Token: " + owner.token()
                    + "\r\nContent-Length: 100\r\n\r\n{\"name\":\"half");
        }

        int after = Api.json(owner.get("/v2/images?limit=1000"))
                .getJsonArray("images")
                .size();
        assertEquals(before, after);
        assertEquals(200, owner.get("/v2/images?limit=0").statusCode());
    }

    @Test
    public void serverRefusesInTheSameForm() {
        for (String path : List.of("/identity/nothing", "/WEB-INF/web.xml", "/error")) {
            var answer =
                    path.startsWith("/WEB-INF") ? raw(path) : owner.get(path).body();

            if (!path.startsWith("/WEB-INF")) {
                assertTrue(answer.startsWith("<html>\n <head>\n  <title>404 Not Found</title>"), path + answer);
            }
            assertTellsNothing(answer);
        }
    }

    @Test
    public void malformedRequestsTellNothing() {
        for (String head : List.of(
                "GET /v2/images HTTP/1.1\r\nContent-Length: abc",
                "POST /v2/images HTTP/1.1\r\nContent-Length: -5",
                "GET /v2/images/%00 HTTP/1.1",
                "GET /v2/../../etc/passwd HTTP/1.1",
                "GET /v2/images HTTP/1.1\r\nX-Big: " + "a".repeat(20_000))) {
            String answer = Raw.exchange(server, head);

            assertFalse(answer.startsWith("HTTP/1.1 2"), answer);
            assertTellsNothing(answer);
        }
    }

    @Test
    public void refusalsTellNothingAboutTheInside() {
        String id = owner.createActive("some data".getBytes(StandardCharsets.UTF_8));

        for (var answer : List.of(
                owner.get("/v2/images/%2e%2e"),
                owner.get("/v2/images?limit=a"),
                owner.get("/v2/images?marker=unknown"),
                owner.get("/v2/images?size_min=9223372036854775808"),
                owner.patch(id, "[{\"op\":\"add\",\"path\":\"/min_ram\",\"value\":1e400}]"),
                owner.patch(id, "[{\"op\":\"replace\",\"path\":\"/locations\",\"value\":[]}]"),
                owner.patch(id, "[{\"op\":\"remove\",\"path\":\"/locations/0\"}]"),
                owner.post("/v2/images", "{\"id\":\"" + id + "\"}"),
                owner.get("/v2/images/" + id + "/locations"),
                owner.delete("/v2/stores/local/" + id))) {
            assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer + answer.body());
            assertTellsNothing(answer.body());
        }
    }

    private HttpResponse<String> refused(String accept) {
        var answer = owner.send(
                "GET", "/v2/images/%3Cx%3E%20&%20%22y's%22", Map.of("Accept", accept), BodyPublishers.noBody());
        assertEquals(404, answer.statusCode());
        return answer;
    }

    private String raw(String path) {
        return Raw.exchange(server, "GET " + path + " HTTP/1.1");
    }

    private static void assertTellsNothing(String answer) {
        for (String secret : List.of(
                "Payara", "GlassFish", "grizzly", "java.", "jakarta.", "\tat ", "SQL", "it-data", "Exception")) {
            assertFalse(answer.contains(secret), () -> secret + " in " + answer);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
