package io.github.predella.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.predella.testing.Callers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that another service decides. */
class HttpRulesTest {

    private static final PolicyTarget IMAGE = PolicyTarget.of(Map.of("project_id", "p1", "name", "a b&c"));

    private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();
    private HttpServer server;
    private volatile String answer = "True";
    private volatile int status = 200;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        questions.add(
                exchange.getRequestHeaders().getFirst("Content-Type") + " " + exchange.getRequestURI() + " " + body);
        byte[] text = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
        try (var out = exchange.getResponseBody()) {
            out.write(text);
        }
    }

    private Enforcer enforcer(boolean asForm) throws IOException {
        String rule = "http://127.0.0.1:" + server.getAddress().getPort() + "/%(project_id)s";
        Files.writeString(directory.resolve("policy.yaml"), "look: \"" + rule + "\"");
        var file = new PolicyFile(directory, "policy.yaml", List.of());
        var rules = new CurrentRules(file, List.of(), new PolicyRules.Reading(true, "default"), Clock.systemUTC());
        return new Enforcer(rules, new HttpRules(HttpClient.newHttpClient(), asForm, Duration.ofSeconds(5)));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "True,200,true",
        "'\"True\"',200,true",
        "true,200,false",
        "False,200,false",
        "'',200,false",
        "True,403,false",
        "True and more,200,false"
    })
    void onlyTheAnswerTrueGrants(String text, int code, boolean granted) throws IOException {
        answer = text;
        status = code;

        assertEquals(granted, enforcer(true).allows(Callers.member("p9"), "look", IMAGE));
    }

    @Test
    void serviceIsToldRuleTargetAndCallerByAForm() throws Exception {
        enforcer(true).allows(Callers.member("p9"), "look", IMAGE);

        String[] asked = questions.take().split(" ", 3);
        var fields = new HashMap<String, String>();
        for (String field : asked[2].split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        assertEquals("application/x-www-form-urlencoded", asked[0]);
        assertEquals("/p1", asked[1]);
        assertEquals("\"look\"", fields.get("rule"));
        assertEquals("a b&c", json(fields.get("target")).getString("name"));
        assertEquals("p9", json(fields.get("credentials")).getString("project_id"));
        assertFalse(json(fields.get("credentials")).getBoolean("is_admin"));
    }

    @Test
    void orByJson() throws Exception {
        enforcer(false).allows(Callers.admin("p9"), "look", IMAGE);

        String[] asked = questions.take().split(" ", 3);
        var question = json(asked[2]);
        assertEquals("application/json", asked[0]);
        assertEquals("look", question.getString("rule"));
        assertEquals("p1", question.getJsonObject("target").getString("project_id"));
        assertTrue(question.getJsonObject("credentials").getBoolean("is_admin"));
    }

    @Test
    void whoCannotBeAskedGrantsNothing() throws IOException {
        var enforcer = enforcer(true);
        server.stop(0);

        assertFalse(enforcer.allows(Callers.admin("p9"), "look", IMAGE));
    }

    @Test
    void targetThatLacksAnAttributeIsNotAskedAbout() throws IOException {
        assertFalse(enforcer(true).allows(Callers.member("p9"), "look", PolicyTarget.none()));

        assertTrue(questions.isEmpty());
    }
}
