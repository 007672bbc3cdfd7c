package io.github.predella.tasks.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Personas;
import io.github.predella.testing.SharedServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tasks API from outside (tasks-and-import, "Tasks HTTP API"). */
@SharedServer
@RunAsClient
public class TasksIT {

    /** A task that is made and fails, since nobody may start one of its kind from outside. */
    private static final String DOOMED = "{\"type\":\"location_import\",\"input\":{\"n\\u00e4me\":\"\\u20ac\"}}";

    @ArquillianResource
    private URL address;

    private URI server;
    private Api admin;
    private Api owner;

    @BeforeEach
    void enter() {
        server = URI.create(address.toString());
        var personas = Personas.at(server);
        admin = personas.admin();
        owner = personas.owner();
    }

    private JsonObject create() {
        var answer = admin.post("/v2/tasks", DOOMED);
        Api.expect(answer, 201);
        return Api.json(answer);
    }

    private JsonObject task(String id) {
        return Api.json(admin.get("/v2/tasks/" + id));
    }

    private JsonObject ended(String id) {
        Await.until(() -> task(id).containsKey("expires_at"));
        return task(id);
    }

    private List<String> ids(JsonObject list) {
        return list.getJsonArray("tasks").getValuesAs(JsonObject.class).stream()
                .map(task -> task.getString("id"))
                .toList();
    }

    @Test
    public void createdTaskIsShownAsTheReferenceShowsIt() {
        var answer = admin.post("/v2/tasks", DOOMED);
        var task = Api.json(answer);

        String path = "/v2/tasks/" + task.getString("id");
        assertEquals(201, answer.statusCode());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                server.resolve(path).toString(),
                answer.headers().firstValue("Location").orElse(""));
        assertEquals(
                List.of(
                        "id",
                        "input",
                        "type",
                        "status",
                        "owner",
                        "message",
                        "result",
                        "created_at",
                        "updated_at",
                        "self",
                        "schema",
                        "request_id",
                        "user_id"),
                List.copyOf(task.keySet()));
        assertEquals("pending", task.getString("status"));
        assertEquals("", task.getString("message"));
        assertEquals(JsonValue.NULL, task.get("result"));
        assertEquals("{\"n\u00e4me\":\"\u20ac\"}", task.get("input").toString());
        assertEquals(admin.project(), task.getString("owner"));
        assertEquals(path, task.getString("self"));
        assertEquals("/v2/schemas/task", task.getString("schema"));
        assertTrue(task.getString("created_at").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        assertEquals(answer.headers().firstValue("x-openstack-request-id").orElse(""), task.getString("request_id"));
    }

    @Test
    public void taskThatNobodyMayStartFromOutsideFailsSoon() {
        var task = ended(create().getString("id"));

        assertEquals("failure", task.getString("status"));
        assertEquals(
                "Tasks of type location_import are started by the service itself only.", task.getString("message"));
        assertEquals(JsonValue.NULL, task.get("result"));
        assertEquals("expires_at", List.copyOf(task.keySet()).get(task.size() - 1));
    }

    @Test
    public void listHasStubsAndPages() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            made.add(create().getString("id"));
        }
        made.forEach(this::ended);

        var list = Api.json(admin.get("/v2/tasks?limit=2&status=failure"));
        var next = Api.json(admin.get(list.getString("next")));

        assertEquals(List.of("tasks", "first", "schema", "next"), List.copyOf(list.keySet()));
        assertEquals("/v2/tasks?limit=2&status=failure", list.getString("first"));
        assertEquals("/v2/schemas/tasks", list.getString("schema"));
        assertEquals(2, ids(list).size());
        assertTrue(ids(next).stream().noneMatch(ids(list)::contains));
        assertEquals(
                List.of("id", "type", "status", "owner", "created_at", "updated_at", "self", "schema", "expires_at"),
                List.copyOf(list.getJsonArray("tasks").getJsonObject(0).keySet()));
    }

    @Test
    public void listIsFilteredAndSorted() {
        var task = ended(create().getString("id"));
        String id = task.getString("id");

        for (String query : List.of(
                "id=" + id,
                "request_id=" + task.getString("request_id"),
                "id=" + id + "&status=failure&owner=" + admin.project() + "&user_id=" + task.getString("user_id"),
                "id=" + id + "&created_at=" + task.getString("created_at"),
                "id=" + id + "&expires_at=" + task.getString("expires_at") + "&sort_key=expires_at&sort_dir=asc")) {
            assertEquals(List.of(id), ids(Api.json(admin.get("/v2/tasks?" + query))), query);
        }
        for (String query : List.of("status=success", "image_id=x", "owner=x", "type=import")) {
            assertFalse(
                    ids(Api.json(admin.get("/v2/tasks?id=" + id + "&" + query))).contains(id), query);
        }
    }

    @Test
    public void lastPageHasNoNext() {
        String id = create().getString("id");

        var last = Api.json(admin.get("/v2/tasks?id=" + id));
        var nothing = Api.json(admin.get("/v2/tasks?limit=5&id=" + UUID.randomUUID()));

        assertEquals(List.of("tasks", "first", "schema"), List.copyOf(last.keySet()));
        assertEquals(List.of(), ids(nothing));
    }

    @Test
    public void listChecksWhatItIsAsked() {
        for (String query : List.of(
                "limit=-1",
                "limit=x",
                "marker=no-uuid",
                "status=unknown",
                "type=location_import",
                "sort_key=input",
                "sort_dir=up",
                "created_at=x",
                "owner=%00")) {
            assertEquals(400, admin.get("/v2/tasks?" + query).statusCode(), query);
        }
        assertEquals(200, admin.get("/v2/tasks?unknown=1").statusCode());
        assertEquals(404, admin.get("/v2/tasks?marker=" + UUID.randomUUID()).statusCode());
    }

    @Test
    public void unknownTasksAreNotFound() {
        for (String id : List.of(UUID.randomUUID().toString(), "x", "a".repeat(300), "%F0%9F%98%80")) {
            assertEquals(404, admin.get("/v2/tasks/" + id).statusCode(), id);
        }
        assertEquals(400, admin.get("/v2/tasks/%00").statusCode());
    }

    @Test
    public void malformedTasksAreRefused() {
        for (String body : List.of(
                "",
                "[]",
                "{}",
                "{\"type\":\"import\"}",
                "{\"input\":{}}",
                "{\"type\":\"frob\",\"input\":{}}",
                "{\"type\":7,\"input\":{}}",
                "{\"type\":\"import\",\"input\":[]}",
                "{\"type\":\"import\",\"input\":{},\"more\":1}",
                "{\"type\":\"import\",\"input\":null}",
                "{\"type\":\"import\",\"input\":{}}",
                "{\"type\":\"import\",\"input\":{\"import_from\":7}}")) {
            assertEquals(400, admin.post("/v2/tasks", body).statusCode(), body);
        }
        String tooLong = "{\"type\":\"location_import\",\"input\":{\"x\":\"" + "y".repeat(40_000) + "\"}}";
        assertEquals(413, admin.post("/v2/tasks", tooLong).statusCode());
    }

    @Test
    public void tasksAreNotDeleted() {
        var deletion = admin.delete("/v2/tasks/" + create().getString("id"));

        assertEquals(405, deletion.statusCode());
        assertEquals("GET", deletion.headers().firstValue("Allow").orElse(""));
    }

    @Test
    public void tasksAreForAdministratorsBeforeAnythingElse() {
        String id = create().getString("id");

        assertEquals(403, owner.post("/v2/tasks", "no json").statusCode());
        assertEquals(403, owner.get("/v2/tasks?limit=x").statusCode());
        assertEquals(403, owner.get("/v2/tasks/" + id).statusCode());
        assertEquals(403, owner.delete("/v2/tasks/" + id).statusCode());
    }

    @Test
    public void imageThatNobodyWorksOnHasNoTasks() {
        String image = owner.createRaw();

        assertEquals(
                "{\"tasks\":[]}", owner.get("/v2/images/" + image + "/tasks").body());
    }
}
