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
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Methods, headers and addresses as the API has them rather than as a server is used to (wire-details). */
@SharedServer
@RunAsClient
public class HttpShapesIT {

    private static final String ID = "x-openstack-request-id";

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
    public void strangersAreToldToLogInWhateverTheyAskFor() {
        for (String path : List.of("/v2/images", "/v2/nothing", "/v2/images/", "/v2/schemas/image", "/v2/tasks")) {
            var answer = Api.stranger(server).get(path);

            assertEquals(401, answer.statusCode(), path);
            assertEquals(
                    "Keystone uri=\"" + server.resolve("/identity") + "\"", header(answer, "WWW-Authenticate"), path);
            assertTrue(answer.headers().firstValue(ID).isEmpty(), path);
            assertTrue(answer.body().contains("<title>401 Unauthorized</title>"), path);
        }
    }

    @Test
    public void requestIdsAreTakenOverWhenTheyAreSafe() {
        assertEquals("req-mine-1", idFor("req-mine-1"));
        assertEquals("req-mine-1", idFor("mine-1"));
        assertTrue(idFor("two words").matches("req-[0-9a-f-]{36}"));
        assertTrue(idFor("<script>").matches("req-[0-9a-f-]{36}"));
        assertTrue(header(owner.get("/v2/images?limit=0"), ID).matches("req-[0-9a-f-]{36}"));
    }

    @Test
    public void requestIdThatIsTooLongIsRefused() {
        var longest = request("GET", "/v2/images?limit=0", Map.of("X-Openstack-Request-ID", "i".repeat(64)));
        var tooLong = request("GET", "/v2/images?limit=0", Map.of("X-Openstack-Request-ID", "i".repeat(65)));

        assertEquals(List.of(200, 431), List.of(longest.statusCode(), tooLong.statusCode()));
        assertTrue(header(tooLong, ID).startsWith("req-"));
    }

    @Test
    public void otherMethodsAreRefusedWithTheListOfThoseThatExist() {
        String image = "/v2/images/" + owner.createRaw();

        assertAllow("PUT", "/v2/images", "GET, POST");
        assertAllow("POST", image, "GET, PATCH, DELETE");
        assertAllow("POST", image + "/file", "GET, PUT");
        assertAllow("GET", image + "/stage", "PUT");
        assertAllow("GET", image + "/import", "POST, DELETE");
        assertAllow("GET", image + "/actions/deactivate", "POST");
        assertAllow("GET", image + "/tags/a", "PUT, DELETE");
        assertAllow("PUT", image + "/members", "GET, POST");
        assertAllow("POST", image + "/members/p", "GET, PUT, DELETE");
        assertAllow("DELETE", image + "/locations", "GET, POST");
        assertAllow("GET", image + "/stores/local/verify", "POST");
        assertAllow("GET", image + "/stores/local/retry", "POST");
        assertAllow("GET", "/v2/stores/local/x", "DELETE");
        assertAllow("POST", "/v2/schemas/image", "GET");
        assertAllow("POST", "/v2/schemas/task", "GET");
        assertAllow("POST", "/v2/info/import", "GET");
        assertAllow("POST", "/v2/info/stores", "GET");
        assertAllow("POST", "/v2/info/stores/detail", "GET");
        assertAllow("PUT", "/v2/tasks", "GET, POST");
        assertAllow("PUT", "/v2/tasks/x", "GET, DELETE");
        assertAllow("PUT", "/v2/cache", "GET, DELETE");
        assertAllow("GET", "/v2/cache/x", "PUT, DELETE");
        assertAllow("GET", "/v2/cache/clean", "POST");
        assertAllow("PROPFIND", "/v2/images", "GET, POST");
    }

    @Test
    public void someAddressesKnowNoOtherMethodAtAll() {
        String image = "/v2/images/" + owner.createRaw();

        for (String path : List.of(image + "/tasks", "/v2/info/usage")) {
            assertEquals(200, owner.get(path).statusCode(), path);
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                var answer = owner.bare(method, path);

                assertEquals(404, answer.statusCode(), method + " " + path);
                assertTrue(answer.headers().firstValue("Allow").isEmpty());
            }
        }
    }

    @Test
    public void headIsNotGet() {
        var known = Raw.exchange(server, "HEAD /v2/images HTTP/1.1\r\nX-Auth-Token: " + owner.token());
        var unknown = Raw.exchange(server, "HEAD /v2/nothing HTTP/1.1\r\nX-Auth-Token: " + owner.token());

        assertTrue(known.startsWith("HTTP/1.1 405 Method Not Allowed\r\n"), known);
        assertTrue(known.contains("\r\nAllow: GET, POST\r\n"), known);
        assertTrue(known.contains("\r\nContent-Type: text/html; charset=UTF-8\r\n"), known);
        assertTrue(known.contains("\r\nContent-Length: 0\r\n"), known);
        assertTrue(known.endsWith("\r\n\r\n"), known);
        assertTrue(unknown.startsWith("HTTP/1.1 404 Not Found\r\n"), unknown);
    }

    @Test
    public void unknownMethodsDependOnTheAddress() {
        assertEquals(501, owner.bare("FROB", "/v2/nothing").statusCode());
        assertEquals(501, owner.bare("PROPFIND", "/v2/images/x/nothing").statusCode());
        assertEquals(405, owner.bare("FROB", "/v2/images").statusCode());
        assertEquals(404, owner.bare("PUT", "/v2/nothing").statusCode());
    }

    @Test
    public void traceIsNeverEchoed() {
        String answer = Raw.exchange(
                server, "TRACE /v2/images HTTP/1.1\r\nX-Secret: do-not-echo\r\nX-Auth-Token: " + owner.token());

        assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
        assertFalse(answer.contains("do-not-echo"), answer);
    }

    @Test
    public void optionsIsAnsweredBeforeEverythingElse() {
        for (String path : List.of("/v2/images", "/v2/nothing", "/v2", "/", "/versions")) {
            for (String token : List.of("", "\r\nX-Auth-Token: " + owner.token())) {
                String answer = Raw.exchange(server, "OPTIONS " + path + " HTTP/1.1" + token);

                assertEquals("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", answer, path);
            }
        }
    }

    @Test
    public void slashAtTheEndIsAnotherAddress() {
        String id = owner.createRaw();

        for (String path : List.of("/v2/images/", "/v2/images/" + id + "/", "/v2/schemas/image/", "/v2/tasks/")) {
            var answer = owner.get(path);

            assertEquals(404, answer.statusCode(), path);
            assertTrue(header(answer, ID).startsWith("req-"), path);
        }
    }

    @Test
    public void nothingOfAnAddressIsDropped() {
        String id = owner.createRaw();

        int withParameter = owner.get("/v2/images;a=b").statusCode();
        int tagged = owner.bare("PUT", "/v2/images/" + id + "/tags/a;b=c").statusCode();

        assertEquals(List.of(404, 204), List.of(withParameter, tagged));
        assertEquals("[\"a;b=c\"]", owner.image(id).getJsonArray("tags").toString());
    }

    @Test
    public void bodiesAreRefusedWhereNoneBelong() {
        String image = "/v2/images/" + owner.createRaw();

        for (var request : List.of(
                "GET " + image,
                "DELETE " + image,
                "GET " + image + "/tasks",
                "GET " + image + "/file",
                "POST " + image + "/actions/deactivate",
                "PUT " + image + "/tags/a",
                "DELETE " + image + "/tags/a",
                "GET " + image + "/members",
                "GET " + image + "/members/p",
                "DELETE " + image + "/members/p",
                "DELETE /v2/stores/local/x",
                "GET /v2/info/import",
                "GET /v2/info/stores",
                "GET /v2/schemas/image")) {
            String answer = withBody(request);

            assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"), request + ": " + answer);
            assertTrue(answer.contains("A body is not expected"), request + ": " + answer);
        }
    }

    @Test
    public void bodiesAreOverlookedElsewhere() {
        String image = "/v2/images/" + owner.createRaw();

        for (var request :
                List.of("GET /v2/images", "GET /v2/info/usage", "GET /v2/schemas/task", "GET /v2/schemas/tasks")) {
            String answer = withBody(request);

            assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), request + ": " + answer);
        }
        assertTrue(withBody("GET " + image + "/locations").startsWith("HTTP/1.1 403 "));
    }

    @Test
    public void chunkedBodyIsABodyToo() {
        String image = "/v2/images/" + owner.createRaw();
        String head = " HTTP/1.1\r\nX-Auth-Token: " + owner.token() + "\r\nTransfer-Encoding: chunked\r\n";

        String tag = chunked("PUT " + image + "/tags/a" + head);
        String action = chunked("POST " + image + "/actions/deactivate" + head);

        assertTrue(tag.startsWith("HTTP/1.1 400 "), tag);
        assertTrue(action.startsWith("HTTP/1.1 400 "), action);
    }

    @Test
    public void contentTypeOfBodilessRequestsIsNeverLookedAt() {
        String image = "/v2/images/" + owner.createRaw();

        for (String type : List.of("application/octet-stream", "garbage", "///;;", "text/plain")) {
            var headers = Map.of("Content-Type", type);

            assertEquals(200, request("GET", image, headers).statusCode(), type);
            assertEquals(204, request("PUT", image + "/tags/a", headers).statusCode(), type);
        }
    }

    @Test
    public void createDoesNotLookAtTheContentType() {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "garbage")) {
            var answer = owner.send("POST", "/v2/images", Map.of("Content-Type", type), BodyPublishers.ofString("{}"));

            assertEquals(201, answer.statusCode(), type + ": " + answer.body());
        }
    }

    @Test
    public void jsonHasNoCharsetAndKeepsItsLetters() {
        String id = owner.create("{\"name\":\"Grüße 漢字 \\u00e9\"}");

        var answer = owner.get("/v2/images/" + id);

        assertEquals("application/json", header(answer, "Content-Type"));
        assertTrue(answer.body().contains("\"name\":\"Grüße 漢字 é\""), answer.body());
    }

    @Test
    public void jsonIsAnsweredWhateverIsAccepted() {
        String id = owner.createRaw();

        for (String accept : List.of("application/xml", "text/html", ";;;///", "application/json;q=x")) {
            var answer = request("GET", "/v2/images/" + id, Map.of("Accept", accept));

            assertEquals(200, answer.statusCode(), accept);
            assertEquals("application/json", header(answer, "Content-Type"), accept);
        }
    }

    @Test
    public void createdImagesAreFoundAtTheirAddress() {
        var answer = owner.post("/v2/images", "{}");

        String id = Api.json(answer).getString("id");
        assertEquals(server.resolve("/v2/images/" + id).toString(), header(answer, "Location"));
        assertEquals("glance-direct,web-download,copy-image", header(answer, "OpenStack-image-import-methods"));
        assertEquals("local", header(answer, "OpenStack-image-store-ids"));
    }

    @Test
    public void emptyAnswersHaveNoBody() {
        String image = "/v2/images/" + owner.createRaw();

        String answer = Raw.exchange(server, "PUT " + image + "/tags/a HTTP/1.1\r\nX-Auth-Token: " + owner.token());

        assertTrue(answer.startsWith("HTTP/1.1 204 No Content\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        assertFalse(answer.contains("Transfer-Encoding"), answer);
    }

    private String idFor(String brought) {
        return header(request("GET", "/v2/images?limit=0", Map.of("X-Openstack-Request-ID", brought)), ID);
    }

    private void assertAllow(String method, String path, String allowed) {
        var answer = owner.bare(method, path);

        assertEquals(405, answer.statusCode(), method + " " + path);
        assertEquals(allowed, header(answer, "Allow"), method + " " + path);
        assertTrue(answer.headers().firstValue(ID).isPresent(), method + " " + path);
        assertTrue(
                answer.body().contains("The method " + method + " is not allowed for this resource."), answer.body());
    }

    private String withBody(String methodAndPath) {
        try (var raw = new Raw(server)) {
            return raw.send(methodAndPath + " HTTP/1.1\r\nHost: localhost:" + server.getPort() + "\r\nX-Auth-Token: "
                            + owner.token() + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
                    .all();
        }
    }

    private String chunked(String head) {
        try (var raw = new Raw(server)) {
            return raw.send(head + "Host: localhost\r\nConnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                    .all();
        }
    }

    private HttpResponse<String> request(String method, String path, Map<String, String> headers) {
        return owner.send(method, path, headers, BodyPublishers.noBody());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
