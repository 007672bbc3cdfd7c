package io.github.predella.identity.embedded.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.identity.embedded.ServiceCatalogue;
import io.github.predella.testing.Api;
import io.github.predella.testing.Personas;
import io.github.predella.testing.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits as they are set over HTTP, and what becomes of requests then. */
@SharedServer
@RunAsClient
public class LimitsIT {

    private static final String LIMITS = "/identity/v3/limits";
    private static final String DEFAULTS = "/identity/v3/registered_limits";

    @ArquillianResource
    private URL address;

    private Api admin;
    private Api user;
    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void enter() {
        var personas = Personas.at(URI.create(address.toString()));
        admin = personas.admin();
        user = personas.other();
    }

    @AfterEach
    void removeLimits() {
        made.forEach(admin::delete);
    }

    private static String body(String list, String member, long amount, Map<String, String> more) {
        var limit = Json.createObjectBuilder(Map.copyOf(more))
                .add("service_id", ServiceCatalogue.IMAGE_SERVICE)
                .add(member, amount);
        return Json.createObjectBuilder()
                .add(list, Json.createArrayBuilder().add(limit))
                .build()
                .toString();
    }

    private JsonObject made(String path, String list, String body) {
        var answer = admin.post(path, body);
        Api.expect(answer, 201);
        var limit = Api.json(answer).getJsonArray(list).getJsonObject(0);
        made.add(path + "/" + limit.getString("id"));
        return limit;
    }

    private JsonObject limit(String resource, long amount) {
        var more = Map.of("resource_name", resource, "project_id", user.project());
        return made(LIMITS, "limits", body("limits", "resource_limit", amount, more));
    }

    private JsonObject usage() {
        return Api.json(user.get("/v2/info/usage")).getJsonObject("usage");
    }

    @Test
    public void aProjectsLimitsAreToldAndKept() {
        String image = user.createRaw();
        limit("image_count_total", 0);
        limit("image_count_uploading", 0);

        var creation = user.post("/v2/images", "{}");
        var upload = user.upload(image, new byte[] {1});
        var told = usage();

        assertEquals(List.of(413, 413), List.of(creation.statusCode(), upload.statusCode()));
        assertTrue(creation.body().contains("image_count_total"), creation.body());
        assertTrue(upload.body().contains("image_count_uploading"), upload.body());
        assertEquals("queued", user.image(image).getString("status"));
        assertEquals(
                Set.of("image_size_total", "image_stage_total", "image_count_total", "image_count_uploading"),
                told.keySet());
        assertEquals(0, told.getJsonObject("image_count_total").getInt("limit"));
        assertTrue(told.getJsonObject("image_count_total").getInt("usage") > 0, told::toString);
        assertEquals(-1, told.getJsonObject("image_stage_total").getInt("limit"));
        removeLimits();
        assertEquals(204, user.upload(image, new byte[] {1}).statusCode());
        assertEquals(Set.of(), usage().keySet());
    }

    @Test
    public void limitsHaveTheFormThatClientsKnow() {
        var created = limit("image_size_total", 50);
        String path = LIMITS + "/" + created.getString("id");
        var changed = admin.send(
                "PATCH",
                path,
                Map.of("Content-Type", "application/json"),
                BodyPublishers.ofString("{\"limit\":{\"resource_limit\":60}}"));

        assertEquals(
                Set.of(
                        "id",
                        "service_id",
                        "resource_name",
                        "region_id",
                        "description",
                        "resource_limit",
                        "project_id",
                        "domain_id",
                        "links"),
                created.keySet());
        assertEquals(200, changed.statusCode());
        var shown = Api.json(admin.get(path)).getJsonObject("limit");
        assertEquals(60, shown.getInt("resource_limit"));
        var own = Api.json(user.get(LIMITS)).getJsonArray("limits");
        assertEquals(List.of(shown), own);
        assertEquals(
                "[]",
                Api.json(user.get(LIMITS + "?resource_name=x")).get("limits").toString());
        assertEquals(403, user.delete(path).statusCode());
        assertEquals(
                "flat",
                Api.json(user.get(LIMITS + "/model")).getJsonObject("model").getString("name"));
    }

    @Test
    public void defaultsHaveTheFormThatClientsKnow() {
        var more = Map.of("resource_name", "image_stage_total", "region_id", "RegionOne", "description", "room");
        var created = made(DEFAULTS, "registered_limits", body("registered_limits", "default_limit", 900, more));

        var shown = Api.json(user.get(DEFAULTS + "/" + created.getString("id")));

        assertEquals(created, shown.getJsonObject("registered_limit"));
        assertEquals(
                Set.of("id", "service_id", "resource_name", "region_id", "description", "default_limit", "links"),
                created.keySet());
        assertEquals(List.of(created), Api.json(user.get(DEFAULTS)).getJsonArray("registered_limits"));
        assertEquals(900, usage().getJsonObject("image_stage_total").getInt("limit"));
        assertEquals(
                409,
                admin.post(DEFAULTS, body("registered_limits", "default_limit", 1, more))
                        .statusCode());
        assertEquals(400, admin.post(DEFAULTS, "{\"registered_limits\":[]}").statusCode());
        assertEquals(
                403,
                user.post(DEFAULTS, body("registered_limits", "default_limit", 1, more))
                        .statusCode());
        assertEquals(401, Api.stranger(user.server()).get(DEFAULTS).statusCode());
    }
}
