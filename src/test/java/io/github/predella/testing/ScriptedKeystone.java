package io.github.predella.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The part of a Keystone that services talk to, on loopback: it knows the tokens and the people that it is told, gives the
 * service {@code glance} its own tokens, and can be made to misbehave. Safe for use by many threads.
 */
public final class ScriptedKeystone implements Closeable {

    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final Set<String> own = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Instant now = ISSUED;
    private volatile int broken;
    private volatile Runnable delay = () -> {};
    private int given;

    public ScriptedKeystone() {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 50);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The address, without a version. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked for, as method and target. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How often a target was asked for. */
    public long asked(String request) {
        return requests.stream().filter(request::equals).count();
    }

    /** What time it is there. */
    public void at(Instant time) {
        now = time;
    }

    /** Answers everything with this status, or properly again with 0. */
    public void breakWith(int status) {
        broken = status;
    }

    /** Lets every question for a token take its time. */
    public void delayBy(Runnable wait) {
        delay = wait;
    }

    /** Accepts none of the service's tokens that were given so far. */
    public void forgetService() {
        own.clear();
    }

    /** Knows a token of a user for a project of the same name, with roles. */
    public void know(String token, String user, Instant expires, String... roles) {
        knowMore(token, user, expires, "", roles);
    }

    /** As before, with further members of the "token" object. */
    public void knowMore(String token, String user, Instant expires, String more, String... roles) {
        var names = new StringBuilder();
        for (String role : roles) {
            names.append(names.isEmpty() ? "" : ",").append("{\"id\":\"r-%s\",\"name\":\"%s\"}".formatted(role, role));
        }
        tokens.put(token, """
                {"token":{"methods":["password"],"user":{"id":"u-%1$s","name":"%1$s","domain":{"id":"default","name":"Default"}},
                "project":{"id":"p-%1$s","name":"%1$s","domain":{"id":"default","name":"Default"}},"roles":[%2$s],
                "audit_ids":["a"],"issued_at":"%3$s","expires_at":"%4$s"%5$s}}""".formatted(user, names, ISSUED, expires, more));
        ends.put(token, expires);
    }

    /** Knows a token of a user for no project. */
    public void knowUnscoped(String token, String user, Instant expires) {
        know(token, user, expires);
        tokens.computeIfPresent(token, (same, json) -> json.replace("\"project\"", "\"nothing\""));
    }

    /** Knows it no more. */
    public void revoke(String token) {
        tokens.remove(token);
    }

    /** Answers a GET of this target, query included. */
    public void document(String target, String json) {
        documents.put(target, json);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        requests.add(exchange.getRequestMethod() + " " + target);
        if (broken != 0) {
            send(exchange, broken, "{}");
        } else if (target.equals("/v3/auth/tokens")
                && exchange.getRequestMethod().equals("POST")) {
            authenticate(exchange);
        } else if (target.startsWith("/v3/auth/tokens")) {
            delay.run();
            token(exchange, target.contains("allow_expired=1"));
        } else {
            send(exchange, documents.containsKey(target) ? 200 : 404, documents.getOrDefault(target, "{}"));
        }
    }

    private void token(HttpExchange exchange, boolean ended) throws IOException {
        String subject = exchange.getRequestHeaders().getFirst("X-Subject-Token");
        boolean revoking = exchange.getRequestMethod().equals("DELETE");
        if (!revoking && !own.contains(exchange.getRequestHeaders().getFirst("X-Auth-Token"))) {
            send(exchange, 401, "{}");
        } else if (!revoking
                && tokens.getOrDefault(subject, "").contains("access_rules")
                && !"1.0".equals(exchange.getRequestHeaders().getFirst("OpenStack-Identity-Access-Rules"))) {
            send(exchange, 404, "{}");
        } else if (!tokens.containsKey(subject) || (!ended && !now.isBefore(ends.get(subject)))) {
            send(exchange, 404, "{}");
        } else if (revoking) {
            revoke(subject);
            send(exchange, 204, "");
        } else {
            send(exchange, 200, tokens.get(subject));
        }
    }

    /** The service by its password; people by a password that is their name; everybody by a token for a project. */
    private void authenticate(HttpExchange exchange) throws IOException {
        JsonObject auth = read(exchange).getJsonObject("auth");
        var identity = auth.getJsonObject("identity");
        if (identity.containsKey("token")) {
            String known = identity.getJsonObject("token").getString("id");
            String scoped = known + ":"
                    + auth.getJsonObject("scope").getJsonObject("project").getString("id");
            give(exchange, tokens.containsKey(scoped) ? scoped : null);
            return;
        }
        var user = identity.getJsonObject("password").getJsonObject("user");
        String name = user.getString("name");
        if (!name.equals("glance")) {
            String token = "token-" + name;
            give(exchange, user.getString("password").equals(name) && tokens.containsKey(token) ? token : null);
        } else if (user.getString("password").equals("service-password")) {
            String token = freshOwn();
            know(token, "glance", now.plusSeconds(3600), "service");
            give(exchange, token);
        } else {
            give(exchange, null);
        }
    }

    private synchronized String freshOwn() {
        given++;
        String token = "own-" + given;
        own.add(token);
        return token;
    }

    private void give(HttpExchange exchange, String token) throws IOException {
        if (token == null) {
            send(exchange, 401, "{}");
            return;
        }
        exchange.getResponseHeaders().set("X-Subject-Token", token);
        send(exchange, 201, tokens.get(token));
    }

    private static JsonObject read(HttpExchange exchange) {
        try (JsonReader json = Json.createReader(exchange.getRequestBody())) {
            return json.readObject();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
