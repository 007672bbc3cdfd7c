package io.github.predella.images.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Personas;
import io.github.predella.testing.SharedServer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of images over HTTP: lists, changes, deletions, and what nobody may change. */
@SharedServer
@RunAsClient
public class ImagesIT {

    private static final String DRAFT = "application/openstack-images-v2.0-json-patch";
    private static final String CURRENT = "application/openstack-images-v2.1-json-patch";

    /** A character that some databases cannot hold, and one that others cannot. */
    private static final List<String> UNSTORABLE = List.of("%F0%9F%98%80", "a%00");

    @ArquillianResource
    private URL address;

    private Api owner;
    private Api other;
    private Api admin;

    @BeforeEach
    void enter() {
        var personas = Personas.at(URI.create(address.toString()));
        owner = personas.owner();
        other = personas.other();
        admin = personas.admin();
    }

    @Test
    public void listIsWalkedThroughWithEverythingThatWasAskedFor() {
        String mark = UUID.randomUUID().toString();
        for (String tags : List.of("\"both\",", "\"both\",", "", "\"both\",")) {
            owner.create("{\"tags\":[" + tags + "\"" + mark + "\"]}");
        }
        String asked = "/v2/images?tag=" + mark + "&limit=2&tag=both&sort=name%3Aasc";

        var first = Api.json(owner.get(asked));
        var second = Api.json(owner.get(first.getString("next")));

        assertEquals(List.of("images", "first", "schema", "next"), List.copyOf(first.keySet()));
        assertEquals(asked, first.getString("first"));
        assertEquals(asked + "&marker=" + ids(first).get(1), first.getString("next"));
        assertEquals(2, ids(first).size());
        assertEquals(1, ids(second).size());
        assertFalse(ids(first).contains(ids(second).get(0)));
        assertFalse(second.containsKey("next"));
    }

    @Test
    public void questionsThatMakeNoSenseAreRefused() {
        for (String question : List.of(
                "properties=x",
                "tags=abc",
                "locations=x",
                "members=x",
                "changes-since=",
                "foo_min=1",
                "size=abc",
                "min_ram=x",
                "size_min=abc",
                "size_max=99999999999999999999",
                "limit=x",
                "limit=-1",
                "marker=unknown",
                "marker=%F0%9F%98%80",
                "marker=%00",
                "sort_key=owner",
                "sort=name:up",
                "created_at=yesterday",
                "name=na:me",
                "visibility=secret",
                "member_status=maybe",
                "os_hidden=1",
                "protected=True")) {
            assertEquals(400, owner.get("/v2/images?" + question).statusCode(), question);
        }
    }

    @Test
    public void ofWhatCannotBeStoredNothingIsFound() {
        String id = owner.createRaw();

        for (String text : UNSTORABLE) {
            for (String filter : List.of("name=", "tag=", "owner=", "os_distro=", text + "=")) {
                var answer = owner.get("/v2/images?" + filter + text);

                assertEquals(200, answer.statusCode(), filter + text);
                assertEquals(List.of(), ids(Api.json(answer)), filter + text);
            }
            assertFalse(owner.get("/v2/images/" + text).statusCode() < 400, text);
            assertFalse(owner.get("/v2/images/" + text).statusCode() >= 500, text);
            assertFalse(owner.get("/v2/images/" + id + "/members/" + text).statusCode() >= 500, text);
        }
    }

    @Test
    public void whatOthersMayNotDeleteStaysWhole() {
        byte[] data = {1, 2, 3};
        String id = owner.createActive(data);
        String image = "/v2/images/" + id;

        int asPrivate = other.delete(image).statusCode();
        Api.expect(owner.patch(id, replace("/visibility", "\"community\"")), 200);
        int asCommunity = other.delete(image).statusCode();
        Api.expect(owner.patch(id, replace("/protected", "true")), 200);
        int asProtected = owner.delete(image).statusCode();
        int forAdministrators = admin.delete(image).statusCode();

        assertEquals(List.of(404, 403, 403, 403), List.of(asPrivate, asCommunity, asProtected, forAdministrators));
        assertEquals("active", owner.image(id).getString("status"));
        assertArrayEquals(data, downloaded(id));
    }

    @Test
    public void onlyAdministratorsGiveImagesAway() {
        String id = owner.create("{\"visibility\":\"community\"}");

        for (String operation : List.of("add", "replace")) {
            var answer = owner.patch(id, operation(operation, "/owner", "\"" + other.project() + "\""));

            assertEquals(403, answer.statusCode(), operation);
        }
        assertEquals(owner.project(), owner.image(id).getString("owner"));
        Api.expect(admin.patch(id, replace("/owner", "\"" + other.project() + "\"")), 200);
        assertEquals(other.project(), owner.image(id).getString("owner"));
    }

    @Test
    public void whereTheDataIsCannotBeChanged() {
        byte[] data = {1, 2, 3};
        String id = owner.createActive(data);
        String place = "{\"url\":\"file:///etc/hosts\",\"metadata\":{}}";

        for (String patch : List.of(
                operation("add", "/locations/-", place),
                operation("add", "/locations/0", place),
                replace("/locations", "[" + place + "]"),
                replace("/locations", "[]"),
                "[{\"op\":\"remove\",\"path\":\"/locations/0\"}]",
                replace("/direct_url", "\"file:///etc/hosts\""),
                replace("/stores", "\"local\""),
                replace("/status", "\"queued\""),
                replace("/checksum", "\"x\""))) {
            assertEquals(403, owner.patch(id, patch).statusCode(), patch);
            assertEquals(403, admin.patch(id, patch).statusCode(), patch);
        }
        assertEquals("active", owner.image(id).getString("status"));
        assertArrayEquals(data, downloaded(id));
    }

    @Test
    public void newImagesBringNothingThatOnlyTheServiceSets() {
        for (String member : List.of(
                "\"status\":\"active\"",
                "\"size\":7",
                "\"checksum\":\"x\"",
                "\"os_hash_algo\":\"sha512\"",
                "\"os_hash_value\":\"x\"",
                "\"stores\":\"local\"",
                "\"direct_url\":\"file:///etc/hosts\"",
                "\"locations\":[{\"url\":\"file:///etc/hosts\",\"metadata\":{}}]",
                "\"os_glance_import_task\":\"x\"",
                "\"deleted\":\"x\"")) {
            assertEquals(403, owner.post("/v2/images", "{" + member + "}").statusCode(), member);
        }
    }

    @Test
    public void bothFormsOfAPatchAreTaken() {
        String id = owner.create("{\"kept\":\"1\",\"dropped\":\"1\"}");

        var current = owner.patch(id, """
                [{"op":"replace","path":"/name","value":"x"},{"op":"add","path":"/a~1b","value":"2"},
                 {"op":"remove","path":"/dropped"}]""");
        var draft = patch(id, DRAFT, "[{\"replace\":\"/name\",\"value\":\"y\"},{\"remove\":\"/kept\"}]");

        assertEquals(List.of(200, 200), List.of(current.statusCode(), draft.statusCode()));
        var image = owner.image(id);
        assertEquals("y", image.getString("name"));
        assertEquals("2", image.getString("a/b"));
        assertFalse(image.containsKey("dropped") || image.containsKey("kept"));
    }

    @Test
    public void refusedMediaTypeIsToldWhichAreTaken() {
        String id = owner.createRaw();

        for (String type : List.of("application/json", "application/json-patch+json", "text/plain")) {
            var answer = patch(id, type, "[]");

            assertEquals(415, answer.statusCode(), type);
            assertEquals(
                    DRAFT + ", " + CURRENT,
                    answer.headers().firstValue("Accept-Patch").orElse(""));
        }
    }

    @Test
    public void wrongValuesAreToldInASentence() {
        var answer = owner.post("/v2/images", "{\"min_ram\":\"much\"}");

        assertEquals(400, answer.statusCode());
        assertTrue(
                answer.body()
                        .contains("Provided object does not match schema &#x27;image&#x27;: &#x27;much&#x27;"
                                + " is not of type &#x27;integer&#x27; (at min_ram)"),
                answer.body());
    }

    @Test
    public void tooManyTagsAreRefusedWithAPage() {
        String tags =
                IntStream.rangeClosed(1, 129).mapToObj(n -> "\"t" + n + "\"").collect(Collectors.joining(","));
        String id = owner.createRaw();

        for (var answer : List.of(
                owner.post("/v2/images", "{\"tags\":[" + tags + "]}"),
                owner.patch(id, replace("/tags", "[" + tags + "]")))) {
            assertPage(answer, "413 Request Entity Too Large");
        }
    }

    @Test
    public void missingTagIsRefusedWithAPage() {
        String id = owner.createRaw();
        String tag = "/v2/images/" + id + "/tags/t";
        Api.expect(owner.bare("PUT", tag), 204);

        int removed = owner.delete(tag).statusCode();
        var missing = owner.delete(tag);

        assertEquals(204, removed);
        assertPage(missing, "404 Not Found");
    }

    private static void assertPage(HttpResponse<String> answer, String status) {
        assertEquals(Integer.parseInt(status.substring(0, 3)), answer.statusCode());
        assertEquals(
                "text/html; charset=UTF-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().contains("<title>" + status + "</title>"), answer.body());
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("images").getValuesAs(JsonObject.class).stream()
                .map(image -> image.getString("id"))
                .toList();
    }

    private HttpResponse<String> patch(String id, String mediaType, String body) {
        return owner.send(
                "PATCH", "/v2/images/" + id, Map.of("Content-Type", mediaType), BodyPublishers.ofString(body));
    }

    private byte[] downloaded(String id) {
        return owner.send(
                        "GET",
                        "/v2/images/" + id + "/file",
                        Map.of(),
                        BodyPublishers.noBody(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static String replace(String path, String value) {
        return operation("replace", path, value);
    }

    private static String operation(String name, String path, String value) {
        return "[{\"op\":\"" + name + "\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    }
}
