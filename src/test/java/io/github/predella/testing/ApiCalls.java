package io.github.predella.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls of the administrator to a running service, for tests that look at it from outside. Safe for any thread. */
public final class ApiCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;

    private ApiCalls(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Logs in as the administrator of the server. */
    public static ApiCalls asAdministrator(LocalServer server) throws IOException, InterruptedException {
        String body = """
                {"auth": {"identity": {"methods": ["password"], "password": {"user":
                  {"name": "admin", "domain": {"id": "default"}, "password": "%s"}}},
                  "scope": {"project": {"name": "admin", "domain": {"id": "default"}}}}}""".formatted(LocalServer.PASSWORD);
        var anonymous = new ApiCalls(server.address(), "");
        var answer = anonymous.send(
                anonymous.to("/identity/v3/auth/tokens").POST(HttpRequest.BodyPublishers.ofString(body)));
        return new ApiCalls(
                server.address(), answer.headers().firstValue("X-Subject-Token").orElseThrow());
    }

    /** Registers an image that waits for data; returns its id. */
    public String create(String name) throws IOException, InterruptedException {
        String body = """
                {"name": "%s", "disk_format": "raw", "container_format": "bare"}""".formatted(name);
        var answer = send(to("/v2/images").POST(HttpRequest.BodyPublishers.ofString(body)));
        expect(201, answer);
        return object(answer.body()).getString("id");
    }

    /** Uploads data; returns the status of the answer. */
    public int upload(String id, HttpRequest.BodyPublisher data) throws IOException, InterruptedException {
        return send(to("/v2/images/" + id + "/file")
                        .header("Content-Type", "application/octet-stream")
                        .PUT(data))
                .statusCode();
    }

    public JsonObject show(String id) throws IOException, InterruptedException {
        var answer = send(to("/v2/images/" + id).GET());
        expect(200, answer);
        return object(answer.body());
    }

    /** The data of an image, to be closed by the caller. */
    public InputStream download(String id) throws IOException, InterruptedException {
        var answer =
                http.send(to("/v2/images/" + id + "/file").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("download answered " + answer.statusCode());
        }
        return answer.body();
    }

    public int delete(String id) throws IOException, InterruptedException {
        return send(to("/v2/images/" + id).DELETE()).statusCode();
    }

    private HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("X-Auth-Token", token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException("expected " + status + ", got " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
