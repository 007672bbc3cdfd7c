package io.github.predella.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A small client of the service, on behalf of one token. Immutable. */
public final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Map<String, String> OCTETS = Map.of("Content-Type", "application/octet-stream");
    private static final Map<String, String> PATCH =
            Map.of("Content-Type", "application/openstack-images-v2.1-json-patch");

    private final HttpClient http;
    private final URI server;
    private final String token;
    private final String project;

    private Api(HttpClient http, URI server, String token, String project) {
        this.http = http;
        this.server = server;
        this.token = token;
        this.project = project;
    }

    /** Somebody without a token. */
    public static Api stranger(URI server) {
        return new Api(HTTP, server, null, null);
    }

    /** The administrator, in the project {@code admin}. */
    public static Api admin(URI server) {
        return login(server, "admin", LocalServer.PASSWORD, "{\"name\":\"admin\",\"domain\":{\"id\":\"default\"}}");
    }

    static Api login(URI server, String user, String password, String project) {
        return login(stranger(server), user, password, project);
    }

    private static Api login(Api stranger, String user, String password, String project) {
        var answer = stranger.post("/identity/v3/auth/tokens", """
                {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"%s",
                "domain":{"id":"default"},"password":"%s"}}},"scope":{"project":%s}}}""".formatted(user, password, project));
        expect(answer, 201);
        var token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
        var scope = json(answer).getJsonObject("token").getJsonObject("project");
        return new Api(stranger.http, stranger.server, token, scope.getString("id"));
    }

    /** The administrator again, by another address or another way to connect. */
    public static Api admin(URI server, HttpClient.Builder client) {
        var http = client.version(HttpClient.Version.HTTP_1_1).build();
        return login(
                new Api(http, server, null, null),
                "admin",
                LocalServer.PASSWORD,
                "{\"name\":\"admin\",\"domain\":{\"id\":\"default\"}}");
    }

    /** The same caller, with the same token, at another server. */
    public Api at(URI other) {
        return new Api(http, other, token, project);
    }

    public URI server() {
        return server;
    }

    public String token() {
        return token;
    }

    /** Id of the project that the token is for. */
    public String project() {
        return project;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, Map.of(), BodyPublishers.noBody());
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, JSON, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, JSON, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, Map.of(), BodyPublishers.noBody());
    }

    public HttpResponse<String> bare(String method, String path) {
        return send(method, path, Map.of(), BodyPublishers.noBody());
    }

    public HttpResponse<String> patch(String id, String operations) {
        return send("PATCH", "/v2/images/" + id, PATCH, BodyPublishers.ofString(operations));
    }

    public HttpResponse<String> upload(String id, byte[] data) {
        return send("PUT", "/v2/images/" + id + "/file", OCTETS, BodyPublishers.ofByteArray(data));
    }

    /** Makes an image and returns its id. */
    public String create(String json) {
        var answer = post("/v2/images", json);
        expect(answer, 201);
        return json(answer).getString("id");
    }

    /** Makes an image that waits for raw data. */
    public String createRaw() {
        return create("{\"disk_format\":\"raw\",\"container_format\":\"bare\"}");
    }

    /** Makes an image with data. */
    public String createActive(byte[] data) {
        String id = createRaw();
        expect(upload(id, data), 204);
        return id;
    }

    /** Lets data wait for the import into an image. */
    public void stage(String id, byte[] data) {
        expect(send("PUT", "/v2/images/" + id + "/stage", OCTETS, BodyPublishers.ofByteArray(data)), 204);
    }

    public byte[] downloaded(String id) {
        return send(
                        "GET",
                        "/v2/images/" + id + "/file",
                        Map.of(),
                        BodyPublishers.noBody(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** The newest task on an image. */
    public JsonObject task(String id) {
        return json(get("/v2/images/" + id + "/tasks")).getJsonArray("tasks").getJsonObject(0);
    }

    /** The image once its newest task is over and no task has it any more. */
    public JsonObject ended(String id) {
        Await.until(() -> !task(id).getString("status").matches("pending|processing")
                && !image(id).containsKey("os_glance_import_task"));
        return image(id);
    }

    public JsonObject image(String id) {
        var answer = get("/v2/images/" + id);
        expect(answer, 200);
        return json(answer);
    }

    public HttpResponse<String> send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        return send(method, path, headers, body, HttpResponse.BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(
            String method,
            String path,
            Map<String, String> headers,
            BodyPublisher body,
            HttpResponse.BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (token != null) {
            request.header("X-Auth-Token", token);
        }
        headers.forEach(request::header);
        try {
            return http.send(request.build(), handler);
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public static JsonObject json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Insists on a status, for what a test takes for granted. */
    public static void expect(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.request() + " answers " + answer.statusCode() + ": " + answer.body());
        }
    }
}
