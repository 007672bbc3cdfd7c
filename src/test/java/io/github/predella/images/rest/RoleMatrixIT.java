package io.github.predella.images.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.testing.Api;
import io.github.predella.testing.Personas;
import io.github.predella.testing.SharedServer;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who may do what over HTTP with the default rules, cell by cell (images-api, "Role matrix"), and with
 * what is an addition to the API. What is switched off has the status that it gives then, and so has what there is
 * nothing to do for.
 */
@SharedServer
@RunAsClient
public class RoleMatrixIT {

    /** Columns: admin, owner member, owner reader, share member, share reader, other member, other reader, service,
     * unrelated role in the owner's project. */
    private static final String IMAGES = """
            GET image            | private   | 200 200 200 404 404 404 404 404 404
            GET image            | shared    | 200 200 200 200 200 404 404 404 404
            GET image            | open      | 200 200 200 200 200 200 200 404 404
            GET file             | private   | 200 200 403 404 404 404 404 404 404
            GET file             | shared    | 200 200 403 200 403 404 404 404 404
            GET file             | open      | 200 200 403 200 403 200 403 404 404
            GET tasks            | private   | 200 200 200 404 404 404 404 404 404
            GET tasks            | shared    | 200 200 200 200 200 404 404 404 404
            GET tasks            | open      | 200 200 200 200 200 200 200 404 404
            PATCH name           | private   | 200 200 403 404 404 404 404 404 404
            PATCH name           | shared    | 200 200 403 403 403 404 404 404 404
            PATCH name           | open      | 200 200 403 403 403 403 403 404 404
            PATCH community      | private   | 200 200 403 404 404 404 404 404 403
            PATCH community      | shared    | 200 200 403 403 403 404 404 404 403
            PATCH community      | open      | 200 200 403 403 403 403 403 403 403
            PATCH public         | private   | 200 403 403 404 404 404 404 404 403
            PATCH public         | shared    | 200 403 403 403 403 404 404 404 403
            PATCH public         | open      | 200 403 403 403 403 403 403 403 403
            PUT tag              | private   | 204 204 403 404 404 404 404 404 404
            PUT tag              | shared    | 204 204 403 403 403 404 404 404 404
            PUT tag              | open      | 204 204 403 403 403 403 403 404 404
            PUT file             | private   | 204 204 403 404 404 404 404 404 404
            PUT file             | shared    | 204 204 403 403 403 404 404 404 404
            PUT file             | open      | 204 204 403 403 403 403 403 404 404
            PUT stage            | private   | 204 204 403 404 404 404 404 404 404
            PUT stage            | shared    | 204 204 403 403 403 404 404 404 404
            PUT stage            | open      | 204 204 403 403 403 403 403 404 404
            POST import          | private   | 202 202 403 404 404 404 404 404 404
            POST import          | shared    | 202 202 403 403 403 404 404 404 404
            POST import          | open      | 202 202 403 403 403 403 403 404 404
            POST import copy     | private   | 202 403 403 404 404 404 404 404 404
            POST import copy     | shared    | 202 403 403 403 403 404 404 404 404
            POST import copy     | open      | 202 403 403 403 403 403 403 404 404
            DELETE import        | private   | 409 409 403 404 404 404 404 404 404
            DELETE import        | shared    | 409 409 403 403 403 404 404 404 404
            DELETE import        | open      | 409 409 403 403 403 403 403 404 404
            POST copy verify     | private   | 202 403 403 404 404 404 404 404 404
            POST copy verify     | shared    | 202 403 403 403 403 404 404 404 404
            POST copy verify     | open      | 202 403 403 403 403 403 403 404 404
            POST copy retry      | private   | 409 409 403 404 404 404 404 404 404
            POST copy retry      | shared    | 409 409 403 403 403 404 404 404 404
            POST copy retry      | open      | 409 409 403 403 403 403 403 404 404
            POST deactivate      | private   | 204 204 403 404 404 404 404 404 404
            POST deactivate      | shared    | 204 204 403 403 403 404 404 404 404
            POST deactivate      | open      | 204 204 403 403 403 403 403 404 404
            GET members          | private   | 403 403 403 404 404 404 404 404 403
            GET members          | shared    | 200 200 200 200 200 404 404 404 404
            GET members          | open      | 403 403 403 403 403 403 403 403 403
            POST members         | private   | 403 403 403 404 404 404 404 404 403
            POST members         | shared    | 200 200 403 403 403 404 404 404 404
            POST members         | open      | 403 403 403 403 403 403 403 403 403
            GET member           | private   | 404 404 404 404 404 404 404 404 404
            GET member           | shared    | 200 200 200 200 200 404 404 404 404
            GET member           | open      | 404 404 404 404 404 404 404 404 404
            PUT member           | private   | 403 403 403 404 404 404 404 404 403
            PUT member           | shared    | 200 403 403 200 403 404 404 404 404
            PUT member           | open      | 403 403 403 403 403 403 403 403 403
            DELETE member        | private   | 403 403 403 404 404 404 404 404 403
            DELETE member        | shared    | 204 204 403 403 403 404 404 404 404
            DELETE member        | open      | 403 403 403 403 403 403 403 403 403
            GET locations        | private   | 200 403 403 404 404 404 404 404 404
            GET locations        | shared    | 200 403 403 403 403 404 404 404 404
            GET locations        | open      | 200 403 403 403 403 403 403 200 404
            POST locations       | private   | 403 403 403 404 404 404 404 404 404
            POST locations       | shared    | 403 403 403 403 403 404 404 404 404
            POST locations       | open      | 403 403 403 403 403 403 403 403 404
            DELETE store copy    | private   | 403 403 403 404 404 404 404 404 404
            DELETE store copy    | shared    | 403 403 403 403 403 404 404 404 404
            DELETE store copy    | open      | 403 403 403 403 403 403 403 404 404
            PUT cache            | private   | 404 403 403 404 404 404 404 404 403
            PUT cache            | shared    | 404 403 403 403 403 404 404 404 403
            PUT cache            | open      | 404 403 403 403 403 403 403 403 403
            DELETE image         | private   | 204 204 403 404 404 404 404 404 404
            DELETE image         | shared    | 204 204 403 403 403 404 404 404 404
            DELETE image         | open      | 204 204 403 403 403 403 403 404 404
            """;

    private static final String GENERAL = """
            GET images             | 200 200 200 200 200 200 200 403 403
            POST images            | 201 201 403 201 403 201 403 403 403
            POST images foreign    | 201 403 403 403 403 403 403 403 403
            POST images public     | 201 403 403 403 403 403 403 403 403
            GET tasks              | 200 403 403 403 403 403 403 403 403
            GET info/import        | 200 200 200 200 200 200 200 200 200
            GET info/stores        | 200 200 200 200 200 200 200 200 200
            GET info/usage         | 200 200 200 200 200 200 200 200 200
            GET info/stores/detail | 200 403 403 403 403 403 403 200 403
            GET cache              | 404 403 403 403 403 403 403 403 403
            GET schemas/image      | 200 200 200 200 200 200 200 200 200
            """;

    private static final Set<String> WITHOUT_DATA = Set.of("PUT file", "PUT stage", "POST import", "POST locations");

    @ArquillianResource
    private URL address;

    private Personas personas;

    @BeforeEach
    void enter() {
        personas = Personas.at(URI.create(address.toString()));
    }

    @Test
    public void everybodyMayWithImagesWhatTheMatrixSays() {
        var differences = new ArrayList<String>();

        IMAGES.lines().forEach(line -> {
            String[] row = line.split("\\|", -1);
            String operation = row[0].strip();
            for (String visibility : visibilities(row[1].strip())) {
                compare(operation + " " + visibility, row[2].strip(), image(operation, visibility), differences);
            }
        });

        assertEquals(List.of(), differences);
    }

    @Test
    public void everybodyMayInGeneralWhatTheMatrixSays() {
        var differences = new ArrayList<String>();

        GENERAL.lines().forEach(line -> {
            String[] row = line.split("\\|", -1);
            var statuses = personas.all().stream()
                    .map(caller -> general(caller, row[0].strip()).statusCode())
                    .toList();
            compare(row[0].strip(), row[1].strip(), statuses, differences);
        });

        assertEquals(List.of(), differences);
    }

    private static List<String> visibilities(String column) {
        return column.equals("open") ? List.of("community", "public") : List.of(column);
    }

    private static void compare(String row, String expected, List<Integer> actual, List<String> differences) {
        var wanted = Stream.of(expected.split(" ", -1)).map(Integer::valueOf).toList();
        if (!wanted.equals(actual)) {
            differences.add(row + ": " + wanted + " but was " + actual);
        }
    }

    /** What each persona gets. An image that somebody has changed is replaced before the next one tries. */
    private List<Integer> image(String operation, String visibility) {
        var statuses = new ArrayList<Integer>();
        String id = null;
        for (Api caller : personas.all()) {
            id = id == null ? prepared(operation, visibility) : id;
            int status = act(caller, operation, id).statusCode();
            statuses.add(status);
            boolean changed = status < 300 && !operation.startsWith("GET");
            id = changed ? null : id;
        }
        return statuses;
    }

    private String prepared(String operation, String visibility) {
        boolean waiting = WITHOUT_DATA.contains(operation);
        var owner = personas.owner();
        var share = personas.share();
        String id = waiting ? owner.createRaw() : owner.createActive(new byte[] {1, 2, 3});
        if (operation.equals("POST import")) {
            Api.expect(stage(owner, id), 204);
        }
        Api.expect(owner.post("/v2/images/" + id + "/members", "{\"member\":\"" + share.project() + "\"}"), 200);
        Api.expect(share.put("/v2/images/" + id + "/members/" + share.project(), "{\"status\":\"accepted\"}"), 200);
        if (!visibility.equals("shared")) {
            var change = personas.admin().patch(id, replace("visibility", visibility));
            Api.expect(change, 200);
        }
        return id;
    }

    private HttpResponse<String> act(Api caller, String operation, String id) {
        String image = "/v2/images/" + id;
        String member = image + "/members/" + personas.share().project();
        return switch (operation) {
            case "GET image" -> caller.get(image);
            case "GET file" -> caller.get(image + "/file");
            case "GET tasks" -> caller.get(image + "/tasks");
            case "PATCH name" -> caller.patch(id, replace("name", "renamed"));
            case "PATCH community" -> caller.patch(id, replace("visibility", "community"));
            case "PATCH public" -> caller.patch(id, replace("visibility", "public"));
            case "PUT tag" -> caller.bare("PUT", image + "/tags/tag");
            case "PUT file" -> caller.upload(id, new byte[] {4, 5});
            case "PUT stage" -> stage(caller, id);
            case "POST import" -> caller.post(image + "/import", "{\"method\":{\"name\":\"glance-direct\"}}");
            case "POST import copy" ->
                caller.post(image + "/import", "{\"method\":{\"name\":\"copy-image\"},\"all_stores\":true}");
            case "DELETE import" -> caller.delete(image + "/import");
            case "POST copy verify" -> caller.bare("POST", image + "/stores/local/verify");
            case "POST copy retry" -> caller.bare("POST", image + "/stores/local/retry");
            case "POST deactivate" -> caller.bare("POST", image + "/actions/deactivate");
            case "GET members" -> caller.get(image + "/members");
            case "POST members" -> caller.post(image + "/members", "{\"member\":\"" + UUID.randomUUID() + "\"}");
            case "GET member" -> caller.get(member);
            case "PUT member" -> caller.put(member, "{\"status\":\"rejected\"}");
            case "DELETE member" -> caller.delete(member);
            case "GET locations" -> caller.get(image + "/locations");
            case "POST locations" -> caller.post(image + "/locations", "{\"url\":\"http://example.org/disk\"}");
            case "DELETE store copy" -> caller.delete("/v2/stores/local/" + id);
            case "PUT cache" -> caller.bare("PUT", "/v2/cache/" + id);
            case "DELETE image" -> caller.delete(image);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static HttpResponse<String> stage(Api caller, String id) {
        return caller.send(
                "PUT",
                "/v2/images/" + id + "/stage",
                Map.of("Content-Type", "application/octet-stream"),
                BodyPublishers.ofByteArray(new byte[] {6, 7}));
    }

    private static HttpResponse<String> general(Api caller, String operation) {
        return switch (operation) {
            case "POST images" -> caller.post("/v2/images", "{}");
            case "POST images foreign" -> caller.post("/v2/images", "{\"owner\":\"somebody-else\"}");
            case "POST images public" -> caller.post("/v2/images", "{\"visibility\":\"public\"}");
            default -> caller.get("/v2/" + operation.substring(4));
        };
    }

    private static String replace(String attribute, String value) {
        return "[{\"op\":\"replace\",\"path\":\"/" + attribute + "\",\"value\":\"" + value + "\"}]";
    }
}
