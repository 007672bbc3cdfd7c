package io.github.predella.cli;

import io.github.predella.core.Jsons;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of a running node, for commands that only the node itself can carry out. One request after another. */
final class NodeClient {

    /** A node may have much to remove before it answers. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http;
    private final URI node;
    private final String token;

    NodeClient(HttpClient http, URI node, String token) {
        this.http = http;
        this.node = node;
        this.token = token;
    }

    /** Gets a token first, as Keystone's API has it. */
    static NodeClient login(HttpClient http, NodeOptions who) {
        if (who.password.isEmpty()) {
            throw new CommandProblem("who is asking? Set OS_PASSWORD, or OS_TOKEN");
        }
        var user = Jsons.object()
                .add("name", who.user)
                .add("password", who.password)
                .add("domain", Jsons.object().add("id", who.userDomain));
        var project = Jsons.object()
                .add("name", who.project)
                .add("domain", Jsons.object().add("id", who.projectDomain));
        var body = Jsons.object()
                .add(
                        "auth",
                        Jsons.object()
                                .add(
                                        "identity",
                                        Jsons.object()
                                                .add("methods", Jsons.array().add("password"))
                                                .add("password", Jsons.object().add("user", user)))
                                .add("scope", Jsons.object().add("project", project)))
                .build();
        var request = HttpRequest.newBuilder(who.tokens())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        var answer = answered(http, request);
        return new NodeClient(
                http,
                who.url,
                answer.headers()
                        .firstValue("X-Subject-Token")
                        .orElseThrow(() -> new CommandProblem(who.tokens() + " gives no tokens")));
    }

    /** What is at a path. */
    JsonObject get(String path) {
        return json(send("GET", path));
    }

    /**
     * Asks for something to be done.
     *
     * @param headers names and values in turn
     * @return what the node says about it, empty when it says nothing
     */
    JsonObject ask(String method, String path, String... headers) {
        return json(send(method, path, headers));
    }

    private HttpResponse<String> send(String method, String path, String... headers) {
        var request = HttpRequest.newBuilder(node.resolve(path))
                .header("X-Auth-Token", token)
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answered(http, request);
    }

    private static HttpResponse<String> answered(HttpClient http, HttpRequest.Builder unfinished) {
        var request = unfinished
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new CommandProblem(request.uri() + " answers " + answer.statusCode() + reason(answer));
            }
            return answer;
        } catch (IOException away) {
            throw new CommandProblem(request.uri() + " cannot be reached: " + away, away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandProblem("interrupted", stop);
        }
    }

    /** The sentence of a refusal in one of the two forms that services have. */
    private static String reason(HttpResponse<String> answer) {
        var said = json(answer);
        var error = said.get("error") instanceof JsonObject inner ? inner : said;
        String message =
                error.getString("message", "").replaceAll("<[^>]*>|\\s+", " ").strip();
        return message.isEmpty() ? "" : ": " + message;
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Jsons.reader(new StringReader(answer.body()))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException none) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }
}
