package io.github.predella.metadefs.rest;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalogue of metadata definitions from outside (metadefs-api), who may do what with it included. */
@SharedServer
@RunAsClient
public class MetadefsIT {

    private static final String NAMESPACES = "/v2/metadefs/namespaces";

    @ArquillianResource
    private URL address;

    private URI server;
    private Personas personas;
    private Api admin;
    private String name;
    private String path;

    @BeforeEach
    void enter() {
        server = URI.create(address.toString());
        personas = Personas.at(server);
        admin = personas.admin();
        name = "it::" + UUID.randomUUID();
        path = NAMESPACES + "/" + name;
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private JsonObject made(String members) {
        var answer = admin.post(NAMESPACES, quoted("{'namespace': '" + name + "'" + members + "}"));
        Api.expect(answer, 201);
        return Api.json(answer);
    }

    private static List<Integer> statuses(List<Api> callers, Function<Api, Integer> call) {
        var statuses = new ArrayList<Integer>();
        callers.forEach(caller -> statuses.add(call.apply(caller)));
        return statuses;
    }

    private List<Integer> statuses(Function<Api, Integer> call) {
        return statuses(personas.all(), call);
    }

    @Test
    public void namespaceIsShownAsTheReferenceShowsIt() {
        var answer = admin.post(
                NAMESPACES,
                quoted("{'namespace': '" + name + "', 'visibility': 'public', 'description': '\u20ac',"
                        + " 'resource_type_associations': [{'name': 'OS::IT', 'prefix':"
                        + " 'it_'}], 'objects': [{'name': 'o', 'required': []}],"
                        + " 'properties': {'p': {'title': 'P', 'type': 'integer', 'default':"
                        + " 5}}, 'tags': [{'name': 't'}]}"));
        var made = Api.json(answer);
        var shown = Api.json(admin.get(path));

        assertEquals(201, answer.statusCode());
        assertEquals(
                server.resolve(path).toString(),
                answer.headers().firstValue("Location").orElse(""));
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                List.of(
                        "namespace",
                        "description",
                        "visibility",
                        "protected",
                        "owner",
                        "created_at",
                        "self",
                        "schema",
                        "resource_type_associations",
                        "objects",
                        "properties",
                        "tags"),
                List.copyOf(made.keySet()));
        assertEquals(
                quoted("[{'name':'OS::IT','prefix':'it_'}]"),
                made.get("resource_type_associations").toString());
        assertEquals(
                quoted("[{'name':'o','required':[],'properties':{}}]"),
                made.get("objects").toString());
        assertEquals(
                List.of("name", "required", "properties", "created_at", "self", "schema"),
                List.copyOf(shown.getJsonArray("objects").getJsonObject(0).keySet()));
        assertTrue(shown.getJsonArray("resource_type_associations")
                .getJsonObject(0)
                .containsKey("created_at"));
        assertEquals(
                quoted("{'p':{'title':'P','type':'integer','default':'5'}}"),
                shown.get("properties").toString());
        assertEquals(path, shown.getString("self"));
        assertEquals(admin.project(), shown.getString("owner"));
        assertEquals("/v2/schemas/metadefs/namespace", shown.getString("schema"));
        assertTrue(shown.getString("created_at").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    }

    @Test
    public void emptyNamespaceHasNoPartsInItsBody() {
        made("");

        var shown = Api.json(admin.get(path));

        assertEquals(
                List.of("namespace", "visibility", "protected", "owner", "created_at", "self", "schema"),
                List.copyOf(shown.keySet()));
    }

    @Test
    public void listPagesAndFilters() {
        for (int i = 0; i < 3; i++) {
            admin.post(
                    NAMESPACES,
                    quoted("{'namespace': '" + name + i + "', 'resource_type_associations': [{'name': '" + name
                            + "'}]}"));
        }

        var first = Api.json(admin.get(NAMESPACES + "?limit=2&sort_key=namespace&sort_dir=asc&resource_types=" + name));
        var last = Api.json(admin.get(first.getString("next")));

        assertEquals(List.of("namespaces", "next", "schema", "first"), List.copyOf(first.keySet()));
        assertEquals(List.of(name + 0, name + 1), names(first));
        assertEquals(List.of(name + 2), names(last));
        assertFalse(last.containsKey("next"));
        assertEquals("/v2/schemas/metadefs/namespaces", last.getString("schema"));
        for (String query : List.of("limit=x", "limit=-1", "sort_key=x", "sort_dir=x", "visibility=x")) {
            assertEquals(400, admin.get(NAMESPACES + "?" + query).statusCode(), query);
        }
        assertEquals(404, admin.get(NAMESPACES + "?marker=" + name).statusCode());
    }

    private static List<String> names(JsonObject list) {
        return list.getJsonArray("namespaces").getValuesAs(JsonObject.class).stream()
                .map(namespace -> namespace.getString("namespace"))
                .toList();
    }

    @Test
    public void failureInAPartLeavesNothingBehind() {
        for (String part : List.of(
                ", 'properties': {'p': {'title': 'P'}}",
                ", 'properties': {'p': {'title': 'P', 'type': 'string', 'required': ['x']}}",
                ", 'objects': [{'name': '" + "o".repeat(81) + "'}]",
                ", 'tags': [{'name': ''}]")) {
            var answer = admin.post(NAMESPACES, quoted("{'namespace': '" + name + "'" + part + "}"));

            assertEquals(400, answer.statusCode(), part);
            assertEquals(404, admin.get(path).statusCode(), part);
        }
    }

    @Test
    public void parameterThatIsNotKnownIsOverlooked() {
        made(", 'properties': {'p': {'title': 'P', 'type': 'string'}}");

        assertEquals(200, admin.get(path + "?colour=red").statusCode());
        assertEquals(200, admin.get(path + "/properties/p?colour=red").statusCode());
    }

    @Test
    public void namespaceIsReplacedAndDeleted() {
        made(", 'description': 'd', 'protected': true, 'tags': [{'name': 't'}]");

        var taken = admin.post(NAMESPACES, quoted("{'namespace': '" + name + "'}"));
        var kept = admin.delete(path);
        var readOnly = admin.put(path, quoted("{'namespace': '" + name + "', 'created_at': 'x'}"));
        var replaced = admin.put(path, quoted("{'namespace': '" + name + "'}"));
        var deleted = admin.delete(path);

        assertEquals(409, taken.statusCode());
        assertEquals(403, kept.statusCode());
        assertEquals(403, readOnly.statusCode());
        assertEquals(200, replaced.statusCode());
        assertTrue(Api.json(replaced).containsKey("updated_at"));
        assertFalse(Api.json(replaced).containsKey("description"));
        assertEquals(204, deleted.statusCode());
        assertEquals(404, admin.get(path).statusCode());
    }

    @Test
    public void objectsAreServed() {
        made("");
        String object = quoted("{'name': 'an object', 'description': 'd', 'properties': {'p': {'title': 'P', "
                + "'type': 'string'}}}");

        var made = admin.post(path + "/objects", object);
        var list = Api.json(admin.get(path + "/objects"));
        var changed = admin.put(path + "/objects/an%20object", quoted("{'name': 'other'}"));

        assertEquals(201, made.statusCode());
        assertEquals("", made.headers().firstValue("Location").orElse(""));
        assertEquals(path + "/objects/an%20object", Api.json(made).getString("self"));
        assertEquals("v2/schemas/metadefs/objects", list.getString("schema"));
        assertEquals(1, list.getJsonArray("objects").size());
        assertEquals(
                409,
                admin.post(path + "/objects", object.replace("an object", "other"))
                        .statusCode());
        assertEquals(200, changed.statusCode());
        assertEquals(404, admin.get(path + "/objects/an%20object").statusCode());
        assertEquals(400, admin.get(path + "/objects?limit=0").statusCode());
        assertEquals(204, admin.delete(path + "/objects/other").statusCode());
        assertEquals(204, admin.delete(path + "/objects").statusCode());
    }

    @Test
    public void propertiesAreServed() {
        made(", 'resource_type_associations': [{'name': 'OS::IT', 'prefix': 'it_'}]");
        String property = quoted("{'name': 'a:b', 'title': 'P', 'type': 'string', 'minLength': 1}");

        var made = admin.post(path + "/properties", property);
        var list = Api.json(admin.get(path + "/properties"));
        var byType = Api.json(admin.get(path + "/properties/it_a:b?resource_type=OS::IT"));

        assertEquals(201, made.statusCode());
        assertEquals(property.replace(" ", ""), made.body());
        assertEquals(
                "a:b", list.getJsonObject("properties").getJsonObject("a:b").getString("name"));
        assertEquals("a:b", byType.getString("name"));
        assertEquals(
                404, admin.get(path + "/properties/a:b?resource_type=OS::IT").statusCode());
        assertEquals(
                404, admin.get(path + "/properties/a:b?resource_type=OS::Else").statusCode());
        assertEquals(409, admin.post(path + "/properties", property).statusCode());
        assertEquals(
                400, admin.post(path + "/properties", quoted("{'name': 'x'}")).statusCode());
        assertTrue(Api.json(admin.get(path + "?resource_type=OS::IT"))
                .getJsonObject("properties")
                .containsKey("it_a:b"));
        assertEquals(
                200,
                admin.put(path + "/properties/a:b", quoted("{'name': 'c', 'title': 'C', 'type': 'boolean'}"))
                        .statusCode());
        assertEquals(204, admin.delete(path + "/properties/c").statusCode());
        assertEquals(404, admin.delete(path + "/properties/c").statusCode());
        assertEquals(204, admin.delete(path + "/properties").statusCode());
    }

    @Test
    public void tagsAreServed() {
        made("");

        var one = admin.bare("POST", path + "/tags/one");
        var more = admin.send(
                "POST",
                path + "/tags",
                Map.of("X-Openstack-Append", "True"),
                BodyPublishers.ofString(quoted("{'tags': [{'name': 'two'}]}")));
        var appended = admin.get(path + "/tags?sort_key=name&sort_dir=asc").body();
        var second = admin.get(path + "/tags?sort_key=name&sort_dir=asc&limit=1&marker=one")
                .body();
        var duplicate = admin.send(
                "POST",
                path + "/tags",
                Map.of("X-Openstack-Append", "True"),
                BodyPublishers.ofString(quoted("{'tags': [{'name': 'three'}, {'name': 'two'}]}")));
        var replaced = admin.post(path + "/tags", quoted("{'tags': [{'name': 'new'}]}"));

        assertEquals(201, one.statusCode());
        assertEquals(List.of("name", "created_at"), List.copyOf(Api.json(one).keySet()));
        assertEquals(201, more.statusCode());
        assertEquals(quoted("{'tags':[{'name':'one'},{'name':'two'}]}"), appended);
        assertEquals(quoted("{'tags':[{'name':'two'}]}"), second);
        assertEquals(409, duplicate.statusCode());
        assertEquals(quoted("{'tags':[{'name':'new'}]}"), replaced.body());
        assertEquals(
                quoted("{'tags':[{'name':'new'}]}"), admin.get(path + "/tags").body());
        assertEquals(
                200, admin.put(path + "/tags/new", quoted("{'name': 'newer'}")).statusCode());
        assertEquals(404, admin.get(path + "/tags/new").statusCode());
        assertEquals(404, admin.get(path + "/tags?marker=none").statusCode());
        assertEquals(400, admin.bare("POST", path + "/tags/" + "t".repeat(81)).statusCode());
        assertEquals(204, admin.delete(path + "/tags/newer").statusCode());
        assertEquals(204, admin.delete(path + "/tags").statusCode());
    }

    @Test
    public void typesAreServed() {
        made("");
        String types = path + "/resource_types";

        var made = admin.post(types, quoted("{'name': 'OS::IT::Type', 'prefix': 'x_', 'properties_target': 'image'}"));
        var list = Api.json(admin.get(types)).getJsonArray("resource_type_associations");

        assertEquals(201, made.statusCode());
        assertEquals(1, list.size());
        assertEquals("x_", list.getJsonObject(0).getString("prefix"));
        assertTrue(admin.get("/v2/metadefs/resource_types").body().contains("OS::IT::Type"));
        assertEquals(409, admin.post(types, quoted("{'name': 'OS::IT::Type'}")).statusCode());
        assertEquals(204, admin.delete(types + "/OS%3A%3AIT%3A%3AType").statusCode());
        assertEquals(404, admin.delete(types + "/OS::IT::Type").statusCode());
    }

    @Test
    public void readingAndMakingFollowTheRoleMatrix() {
        assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 404, 404), statuses(caller -> caller.get(NAMESPACES)
                .statusCode()));
        assertEquals(
                List.of(200, 200, 200, 200, 200, 200, 200, 404, 404),
                statuses(caller -> caller.get("/v2/metadefs/resource_types").statusCode()));
        assertEquals(List.of(201, 403, 403, 403, 403, 403, 403, 404, 404), statuses(caller -> caller.post(
                        NAMESPACES, quoted("{'namespace': '" + name + "'}"))
                .statusCode()));
        assertEquals(401, Api.stranger(server).get(NAMESPACES).statusCode());
    }

    @Test
    public void publicNamespaceIsReadByAllAndChangedByAdministrators() {
        made(", 'visibility': 'public', 'tags': [{'name': 't'}], 'objects': [{'name': 'o'}], "
                + "'properties': {'p': {'title': 'P', 'type': 'string'}}");
        var readers = List.of(200, 200, 200, 200, 200, 200, 200, 404, 404);

        for (String part : List.of(
                "", "/objects", "/objects/o", "/properties", "/properties/p", "/tags", "/tags/t", "/resource_types")) {
            assertEquals(readers, statuses(caller -> caller.get(path + part).statusCode()), part);
        }
        var others = personas.all().subList(1, 9);
        var refusals = List.of(403, 403, 403, 403, 403, 403, 404, 404);
        for (String part : List.of("", "/objects", "/objects/o", "/properties", "/properties/p", "/tags", "/tags/t")) {
            assertEquals(
                    refusals,
                    statuses(others, caller -> caller.delete(path + part).statusCode()),
                    part);
        }
        assertEquals(refusals, statuses(others, caller -> caller.put(path, quoted("{'namespace': '" + name + "'}"))
                .statusCode()));
        assertEquals(
                refusals, statuses(others, caller -> caller.post(path + "/tags", quoted("{'tags': [{'name': 'x'}]}"))
                        .statusCode()));
        assertEquals(
                refusals, statuses(others, caller -> caller.post(path + "/resource_types", quoted("{'name': 'OS::IT'}"))
                        .statusCode()));
    }

    @Test
    public void privateNamespaceIsThereForItsProjectOnly() {
        made(", 'owner': '" + personas.owner().project() + "'");

        assertEquals(List.of(200, 200, 200, 404, 404, 404, 404, 404, 404), statuses(caller -> caller.get(path)
                .statusCode()));
        assertEquals(
                List.of(403, 403, 404, 404, 404, 404, 404, 404),
                statuses(personas.all().subList(1, 9), caller -> caller.delete(path)
                        .statusCode()));
    }

    @Test
    public void documentsDescribeTheCatalogue() {
        for (String document : List.of(
                "namespace",
                "namespaces",
                "object",
                "objects",
                "property",
                "properties",
                "resource_type",
                "tag",
                "tags")) {
            var json = Api.json(personas.other().get("/v2/schemas/metadefs/" + document));

            String named = document.equals("resource_type") ? "resource_type_association" : document;
            assertEquals(named, json.getString("name"), document);
            assertTrue(json.containsKey("properties"), document);
        }
        var types = Api.json(admin.get("/v2/schemas/metadefs/resource_types"));
        var property = Api.json(admin.get("/v2/schemas/metadefs/property"));
        assertEquals("resource_type_associations", types.getString("name"));
        assertEquals(
                quoted("['array','boolean','integer','number','object','string',null]"),
                property.getJsonObject("properties")
                        .getJsonObject("type")
                        .get("enum")
                        .toString());
        assertEquals(quoted("['type','title','name']"), property.get("required").toString());
    }

    @Test
    public void shippedDefinitionsAreThere() {
        var hypervisor = Api.json(personas.other().get(NAMESPACES + "/OS::Compute::Hypervisor"));
        var topology = Api.json(
                personas.other().get(NAMESPACES + "/OS::Compute::VirtCPUTopology?resource_type=OS::Glance::Image"));

        assertTrue(hypervisor.getJsonObject("properties").containsKey("hypervisor_type"));
        assertTrue(hypervisor.getBoolean("protected"));
        assertTrue(topology.getJsonObject("properties").containsKey("hw_cpu_sockets"));
    }

    @Test
    public void methodThatIsNotKnownIsAnsweredWithThoseThatAre() {
        var answer = admin.bare("PATCH", NAMESPACES);

        assertEquals(405, answer.statusCode());
        assertEquals("GET, POST", answer.headers().firstValue("Allow").orElse(""));
        assertEquals(404, admin.get("/v2/metadefs").statusCode());
    }
}
