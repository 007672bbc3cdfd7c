package io.github.predella.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Await;
import io.github.predella.testing.LocalKeystone;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.PageVisitor;
import io.github.predella.testing.Tools;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The built WAR with Debian's Keystone as its identity service. The first test makes the users of the others. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeystoneE2E {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path directory;

    private static LocalKeystone keystone;
    private static LocalServer server;

    @BeforeAll
    static void start() {
        LocalKeystone.need();
        Tools.need("openstack", "glance", "curl", "jq");
        keystone = LocalKeystone.start(directory.resolve("keystone"));
        server = LocalServer.start(
                directory.resolve("data"),
                Map.of(
                        "keystone_authtoken.auth_url", keystone.address(),
                        "keystone_authtoken.username", "glance",
                        "keystone_authtoken.password", "service-password",
                        "keystone_authtoken.project_name", "service",
                        "DEFAULT.use_keystone_limits", "true",
                        "oslo_limit.auth_url", keystone.address() + "/v3",
                        "oslo_limit.username", "glance",
                        "oslo_limit.password", "service-password",
                        "oslo_limit.system_scope", "all",
                        "oslo_limit.endpoint_region_name", "RegionOne"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (keystone != null) {
            keystone.close();
        }
    }

    @Test
    @Order(1)
    void stockClientsComeThroughKeystone() throws Exception {
        Path output = directory.resolve("keystone.sh.log");
        var builder = new ProcessBuilder(
                        "bash", "src/test/conformance/keystone.sh", keystone.address(), server.address())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("WORK", directory.toString());
        builder.environment().put("OS_PASSWORD", LocalKeystone.PASSWORD);

        var script = builder.start();
        boolean ended = script.waitFor(10, TimeUnit.MINUTES);
        script.destroyForcibly();

        assertTrue(ended && script.exitValue() == 0, () -> read(output));
    }

    @Test
    @Order(2)
    void aTokenThatHasEndedCountsForServicesThatPassItOn() throws Exception {
        keystone.stop();
        keystone.start(Duration.ofSeconds(4));
        String user = keystone.token("rita", "secret", "red");
        keystone.stop();
        keystone.start(Duration.ofHours(1));
        String service = keystone.token("glance", "service-password", "service");
        String other = keystone.token("bob", "secret", "blue");
        Await.until(() -> images(user) == 401);

        assertEquals(200, images(user, "X-Service-Token", service));
        assertEquals(401, images(user, "X-Service-Token", other));
        assertEquals(401, images(user));
        assertEquals(401, images("nonsense", "X-Service-Token", service));
    }

    @Test
    @Order(3)
    void withoutKeystoneTokensThatWereSeenCountAndOthersWait() throws Exception {
        String seen = keystone.token("rita", "secret", "red");
        String unseen = keystone.token("bob", "secret", "blue");
        assertEquals(200, images(seen));

        keystone.stop();

        assertEquals(200, images(seen));
        assertEquals(503, images(unseen));
        keystone.start(Duration.ofHours(1));
        assertEquals(200, images(unseen));
    }

    @Test
    @Order(4)
    void peopleLogInToTheDashboardAndGoToAnotherProject() {
        var bob = new PageVisitor(URI.create(server.address()));

        var wrong = bob.logIn("/dashboard/login", "bob", "wrong");
        var login = bob.logIn("/dashboard/login", "bob", "secret");

        assertEquals(200, wrong.statusCode());
        assertTrue(wrong.body().contains("The name, the password or the project is wrong"));
        assertTrue(wrong.body().contains("login:domain"));
        assertEquals(Optional.of("/dashboard/"), PageVisitor.target(login), login::body);
        String page = bob.get("/dashboard/projects").body();
        assertTrue(page.contains("blue") && page.contains("red"), page);
        var button = Pattern.compile("name=\"((projects:\\d:work):go)\"").matcher(page);
        assertTrue(button.find(), page);
        var moved = bob.post(
                "/dashboard/projects",
                Map.of(
                        button.group(2),
                        button.group(2),
                        button.group(1),
                        "",
                        "project",
                        project("red"),
                        "csrf",
                        bob.proof("/dashboard/projects")));
        assertEquals(302, moved.statusCode(), moved::body);
        assertTrue(bob.get("/dashboard/images").body().contains("first"));
    }

    @Test
    @Order(5)
    void aDomainIsToldByItsName() {
        var rita = new PageVisitor(URI.create(server.address()));

        var login = rita.post(
                "/dashboard/login",
                Map.of(
                        "login", "login",
                        "login:name", "rita",
                        "login:password", "secret",
                        "login:domain", "Default",
                        "login:project", "red",
                        "login:go", ""));

        assertEquals(Optional.of("/dashboard/"), PageVisitor.target(login), login::body);
    }

    @Test
    @Order(6)
    void theStartSaysWhoKnowsPeople() {
        String said = read(server.log());

        assertTrue(said.contains("Identity    Keystone, " + keystone.address()), said);
        assertFalse(said.contains("first administrator"), said);
    }

    private static String project(String name) {
        String admin = keystone.token("admin", LocalKeystone.PASSWORD, "admin");
        return keystone.get(admin, "/v3/projects?name=" + name)
                .getJsonArray("projects")
                .getJsonObject(0)
                .getString("id");
    }

    private static int images(String token, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/v2/images"))
                .timeout(Duration.ofSeconds(60))
                .header("X-Auth-Token", token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
