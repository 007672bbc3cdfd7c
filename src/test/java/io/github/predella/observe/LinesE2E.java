package io.github.predella.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.PageVisitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The lines of a service that logs as JSON, with access lines and an audit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinesE2E {

    @TempDir
    static Path directory;

    private LocalServer server;
    private Path auditFile;
    private Api admin;

    @BeforeAll
    void start() {
        auditFile = directory.resolve("audit.log");
        server = LocalServer.start(
                directory.resolve("data"),
                Map.of(
                        "predella.log_format", "json",
                        "predella.access_log", "true",
                        "predella.audit_log", auditFile.toString()));
        admin = Api.admin(URI.create(server.address()));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void requestsHaveAnAccessLineWithTheirCaller() {
        String id = admin.createActive(Bytes.noise(100));
        admin.downloaded(id);
        admin.get("/v2/images/" + id);

        var upload = line("PUT", "/v2/images/{id}/file");
        var download = line("GET", "/v2/images/{id}/file");

        assertEquals(204, upload.getInt("status"));
        assertEquals(100, download.getInt("bytes"));
        assertEquals(admin.project(), download.getString("project_id"));
        assertTrue(download.getString("request_id").startsWith("req-"));
        assertTrue(download.containsKey("user_id"));
        assertEquals("INFO", download.getString("level"));
    }

    /** The first access line of that request; the server logs a little after it has answered. */
    private JsonObject line(String method, String route) {
        var wanted = Map.of("method", method, "route", route);
        Await.until(() -> lines().anyMatch(line -> fits(line, wanted)));
        return lines().filter(line -> fits(line, wanted)).findFirst().orElseThrow();
    }

    private static boolean fits(JsonObject line, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(field -> field.getValue().equals(line.getString(field.getKey(), "")));
    }

    /** All that the service itself has logged since its settings were in force. */
    private Stream<JsonObject> lines() {
        return textOf(server.log()).lines().filter(line -> line.startsWith("{")).map(LinesE2E::object);
    }

    @Test
    void changesAndRefusalsAreInTheAudit() {
        String id = admin.createActive(Bytes.noise(100));
        admin.downloaded(id);
        admin.patch(id, "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"other\"}]");
        admin.post("/v2/images/" + id + "/actions/deactivate", "");
        admin.delete("/v2/images/" + id);
        admin.delete("/v2/images/" + id);
        Api.stranger(URI.create(server.address())).delete("/v2/images/" + id);

        Await.until(() -> events(id).count() == 8);

        assertEquals(
                List.of(
                        "create/image success 201",
                        "upload/image success 204",
                        "download/image success 200",
                        "update/image success 200",
                        "deactivate/image success 204",
                        "delete/image success 204",
                        "delete/image failure 404",
                        "delete/image failure 401"),
                events(id).map(LinesE2E::summary).toList());
        var first = events(id).findFirst().orElseThrow();
        assertEquals(admin.project(), first.getJsonObject("initiator").getString("project_id"));
        assertEquals("service/storage/image", first.getJsonObject("target").getString("typeURI"));
        assertTrue(first.getJsonObject("initiator").getJsonObject("host").containsKey("address"));
        assertTrue(first.getString("request_id").startsWith("req-"));
    }

    private Stream<JsonObject> events() {
        return textOf(auditFile).lines().map(LinesE2E::object);
    }

    private Stream<JsonObject> events(String id) {
        return events().filter(event -> id.equals(event.getJsonObject("target").getString("id", "")));
    }

    private static String summary(JsonObject event) {
        return event.getString("action") + " " + event.getString("outcome") + " "
                + event.getJsonObject("reason").getString("reasonCode");
    }

    @Test
    void loginsAndWhatPagesDoAreInTheAuditAndSecretsAreNowhere() {
        var server = URI.create(this.server.address());
        var visitor = new PageVisitor(server);
        visitor.logIn("/dashboard/login", "admin", "not-the-password");
        visitor.logIn("/dashboard/login", "admin", LocalServer.PASSWORD);
        String proof = visitor.proof("/dashboard/admin/jobs");
        visitor.post("/dashboard/admin/jobs", Map.of("jobs", "jobs", "jobs:all:0:run", "", "csrf", proof));

        Await.until(() -> events().anyMatch(event -> event.getString("action").equals("start/job")));

        var summaries = events().map(LinesE2E::summary).toList();
        assertTrue(summaries.contains("authenticate failure unauthenticated"), summaries::toString);
        assertTrue(summaries.contains("authenticate success ok"), summaries::toString);
        assertTrue(summaries.contains("authenticate success 201"), summaries::toString);
        assertTrue(summaries.contains("start/job success ok"), summaries::toString);
        for (Path file : List.of(this.server.log(), auditFile)) {
            String text = textOf(file);
            assertFalse(text.contains(LocalServer.PASSWORD), file::toString);
            assertFalse(text.contains("not-the-password"), file::toString);
            assertFalse(text.contains(admin.token()), file::toString);
            visitor.cookies().forEach(cookie -> assertFalse(text.contains(cookie.getValue()), cookie::getName));
        }
    }

    @Test
    void linesOfTheServerItselfAreJsonToo() {
        var others = textOf(server.log())
                .lines()
                .filter(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*"))
                .toList();

        assertTrue(lines().anyMatch(line -> line.getString("logger").endsWith("StartSteps")), others::toString);
        assertTrue(others.stream().noneMatch(line -> line.contains("StartSteps")), others::toString);
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonObject object(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
