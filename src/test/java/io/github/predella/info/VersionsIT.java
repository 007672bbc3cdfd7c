package io.github.predella.info;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Raw;
import io.github.predella.testing.SharedServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** Version documents and negotiation (images-api, "Versions and negotiation"). */
@SharedServer
@RunAsClient
public class VersionsIT {

    private static final String ACCEPTED = "application/vnd.openstack.images-";

    @ArquillianResource
    private URL address;

    @Test
    public void versionsAreListedNewestFirst() throws Exception {
        var document = Api.json(stranger().get("/versions"));

        var ids = document.getJsonArray("versions").getValuesAs(JsonObject.class).stream()
                .map(version -> version.getString("id") + " " + version.getString("status"))
                .toList();
        assertEquals(
                List.of(
                        "v2.15 SUPPORTED",
                        "v2.13 SUPPORTED",
                        "v2.12 SUPPORTED",
                        "v2.11 SUPPORTED",
                        "v2.10 SUPPORTED",
                        "v2.9 SUPPORTED",
                        "v2.8 SUPPORTED",
                        "v2.17 CURRENT",
                        "v2.7 SUPPORTED",
                        "v2.6 SUPPORTED",
                        "v2.5 SUPPORTED",
                        "v2.4 SUPPORTED",
                        "v2.3 SUPPORTED",
                        "v2.2 SUPPORTED",
                        "v2.1 SUPPORTED",
                        "v2.0 SUPPORTED"),
                ids);
    }

    @Test
    public void everyVersionPointsToTheSameAddress() throws Exception {
        var document = Api.json(stranger().get("/"));

        document.getJsonArray("versions")
                .getValuesAs(JsonObject.class)
                .forEach(version -> assertEquals(
                        "[{\"rel\":\"self\",\"href\":\"" + server().resolve("/v2/") + "\"}]",
                        version.getJsonArray("links").toString()));
    }

    @Test
    public void addressesWithoutAKnownVersionAreAnsweredByTheList() throws Exception {
        for (String path : List.of(
                "/",
                "/v1/images",
                "/v3",
                "/v2.99/images",
                "/images",
                "/v2.18/images",
                "/nonexistent.xhtml",
                "/a.jsp")) {
            var answer = stranger().get(path);

            assertEquals(300, answer.statusCode(), path);
            assertList(answer.headers().firstValue("Content-Type").orElse(""), answer.body());
            assertTrue(answer.headers().firstValue("x-openstack-request-id").isEmpty(), path);
        }
    }

    @Test
    public void versionsAnswersAnyMethodAndAnyRest() throws Exception {
        for (String method : List.of("GET", "POST", "DELETE", "PATCH")) {
            for (String path : List.of("/versions", "/versions/", "/versions/whatever")) {
                var answer = stranger().bare(method, path);

                assertEquals(200, answer.statusCode(), method + " " + path);
                assertList(answer.headers().firstValue("Content-Type").orElse(""), answer.body());
            }
        }
    }

    @Test
    public void minorVersionsLeadToTheSameAddresses() throws Exception {
        var admin = Api.admin(server());

        for (String version : List.of("v2", "v2.0", "v2.7", "v2.8", "v2.9", "v2.13", "v2.15", "v2.17")) {
            assertEquals(200, admin.get("/" + version + "/images?limit=0").statusCode(), version);
            assertEquals(401, stranger().get("/" + version + "/images").statusCode(), version);
        }
    }

    @Test
    public void acceptMayNameTheVersion() throws Exception {
        var admin = Api.admin(server());

        var known = admin.send("GET", "/images?limit=0", Map.of("Accept", ACCEPTED + "v2.7"), BodyPublishers.noBody());
        var plain = admin.send("GET", "/images?limit=0", Map.of("Accept", ACCEPTED + "v2"), BodyPublishers.noBody());
        var unknown = admin.send("GET", "/images?limit=0", Map.of("Accept", ACCEPTED + "v9"), BodyPublishers.noBody());

        assertEquals(List.of(200, 200, 300), List.of(known.statusCode(), plain.statusCode(), unknown.statusCode()));
    }

    @Test
    public void versionItselfPointsBehindItsSlash() throws Exception {
        var admin = Api.admin(server());

        var redirect = admin.get("/v2");

        assertEquals(302, redirect.statusCode());
        assertEquals(
                server().resolve("/v2/").toString(),
                redirect.headers().firstValue("Location").orElse(""));
        assertEquals(
                "text/plain; charset=utf8",
                redirect.headers().firstValue("Content-Type").orElse(""));
        assertEquals("0", redirect.headers().firstValue("Content-Length").orElse(""));
        assertTrue(redirect.headers().firstValue("x-openstack-request-id").isPresent());
        assertEquals(404, admin.get("/v2/").statusCode());
        assertEquals(401, stranger().get("/v2/").statusCode());
    }

    @Test
    public void doubledSlashInFrontIsOne() throws Exception {
        var admin = Api.admin(server());

        String answer = Raw.exchange(server(), "GET //v2/images?limit=0 HTTP/1.1\r\nX-Auth-Token: " + admin.token());

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    }

    @Test
    public void listTellsNothingAboutTheServer() throws Exception {
        var answer = stranger().get("/");

        assertFalse(answer.headers().map().keySet().stream().anyMatch("server"::equalsIgnoreCase));
        assertFalse(answer.headers().map().keySet().stream().anyMatch("x-powered-by"::equalsIgnoreCase));
    }

    private static void assertList(String mediaType, String body) {
        assertEquals("application/json", mediaType);
        assertTrue(body.startsWith("{\"versions\":["), body);
    }

    private Api stranger() {
        return Api.stranger(server());
    }

    private URI server() {
        return URI.create(address.toString());
    }
}
