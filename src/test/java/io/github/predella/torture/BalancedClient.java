package io.github.predella.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client of two nodes: each request goes to the other one than the request before, and to the next one when, and only
 * when, its connection is refused. It keeps connections as clients do. Safe for any thread.
 */
final class BalancedClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> nodes;
    private final String token;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** @param token valid at both nodes */
    BalancedClient(List<URI> nodes, String token) {
        this.nodes = List.copyOf(nodes);
        this.token = token;
    }

    /** Requests that were answered, whatever the answer was. */
    int answered() {
        return answered.get();
    }

    /** Connections that were refused. */
    int refused() {
        return refused.get();
    }

    /** Sends a request and insists on the status of its answer. */
    HttpResponse<byte[]> send(int status, String method, String path, Map<String, String> headers, BodyPublisher body)
            throws IOException, InterruptedException {
        int first = turn.getAndIncrement();
        for (int i = 0; ; i++) {
            var node = nodes.get(Math.floorMod(first + i, nodes.size()));
            try {
                return insist(status, http.send(request(node, method, path, headers, body), bytes()));
            } catch (ConnectException away) {
                refused.incrementAndGet();
                if (i == nodes.size() - 1) {
                    throw away;
                }
            }
        }
    }

    private HttpRequest request(URI node, String method, String path, Map<String, String> headers, BodyPublisher body) {
        var request = HttpRequest.newBuilder(node.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("X-Auth-Token", token)
                .method(method, body);
        headers.forEach(request::header);
        return request.build();
    }

    private static HttpResponse.BodyHandler<byte[]> bytes() {
        return HttpResponse.BodyHandlers.ofByteArray();
    }

    private HttpResponse<byte[]> insist(int status, HttpResponse<byte[]> answer) {
        answered.incrementAndGet();
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.request().method() + " " + answer.uri() + " answers " + answer.statusCode()
                    + " in place of " + status + ": " + new String(answer.body(), UTF_8));
        }
        return answer;
    }
}
