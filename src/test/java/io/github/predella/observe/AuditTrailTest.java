package io.github.predella.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit calls requests, and where it goes. */
class AuditTrailTest {

    private static final RouteTable ROUTES = new RouteTable(List.of(
            "/v2/images",
            "/v2/images/{id}",
            "/v2/images/{id}/file",
            "/v2/images/{id}/members/{project}",
            "/v2/metadefs/namespaces/{namespace}/objects",
            "/identity/v3/auth/tokens",
            "/identity/v3/users/{id}/password",
            "/identity/v3/limits",
            "/dashboard/images/{id}/edit"));

    @TempDir
    Path directory;

    @AfterEach
    void idle() {
        AuditFile.open(null);
        Trace.end();
    }

    private static Optional<String> action(String method, String path) {
        return AuditAction.of(Passage.begin(ROUTES, method, path, "192.0.2.1")).map(AuditAction::action);
    }

    @Test
    void requestsHaveTheNamesOfWhatTheyDo() {
        assertEquals(Optional.of("create/image"), action("POST", "/v2/images"));
        assertEquals(Optional.of("update/image"), action("PATCH", "/v2/images/1"));
        assertEquals(Optional.of("download/image"), action("GET", "/v2/images/1/file"));
        assertEquals(Optional.of("update/image/members"), action("PUT", "/v2/images/1/members/2"));
        assertEquals(
                Optional.of("create/metadefs/namespaces/objects"), action("POST", "/v2/metadefs/namespaces/n/objects"));
        assertEquals(Optional.of("authenticate"), action("POST", "/identity/v3/auth/tokens"));
        assertEquals(Optional.of("create/users/password"), action("POST", "/identity/v3/users/1/password"));
        assertEquals(Optional.of("create/limits"), action("POST", "/identity/v3/limits"));
        assertEquals(Optional.of("create/other"), action("POST", "/v2/no/such/thing"));
    }

    @Test
    void readingAndPagesTellNothingByThemselves() {
        assertEquals(Optional.empty(), action("GET", "/v2/images/1"));
        assertEquals(Optional.empty(), action("POST", "/dashboard/images/1/edit"));
        assertEquals(Optional.empty(), action("POST", "/elsewhere"));
    }

    @Test
    void linesGoToTheFileThatWasOpenedLast() throws IOException {
        Path file = directory.resolve("audit.log");
        AuditFile.open(file);
        AuditTrail.tell(Passage.begin(ROUTES, "DELETE", "/v2/images/1", "192.0.2.1"), 204, null);
        Files.move(file, directory.resolve("audit.log.1"));
        AuditFile.open(file);
        AuditTrail.tell(Passage.begin(ROUTES, "DELETE", "/v2/images/2", "192.0.2.1"), 403, null);

        assertEquals(1, Files.readAllLines(directory.resolve("audit.log.1")).size());
        assertEquals(1, Files.readAllLines(file).size());
    }

    @Test
    void fileThatCannotBeWrittenLeavesTheFormerOne() throws IOException {
        Path file = directory.resolve("audit.log");
        AuditFile.open(file);

        assertThrows(IllegalArgumentException.class, () -> AuditFile.open(directory.resolve("missing/audit.log")));
        AuditTrail.tell(Passage.begin(ROUTES, "DELETE", "/v2/images/1", "192.0.2.1"), 204, null);

        assertEquals(1, Files.readAllLines(file).size());
    }
}
