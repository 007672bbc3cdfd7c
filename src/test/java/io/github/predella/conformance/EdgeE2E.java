package io.github.predella.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Certificate;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Nginx;
import io.github.predella.testing.PageVisitor;
import io.github.predella.testing.StockClients;
import io.github.predella.testing.Tools;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The service behind a proxy that ends TLS, as it is and under a prefix. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeE2E {

    private static final String PAGE = "https://pages.example";

    @TempDir
    private static Path directory;

    private Certificate certificate;
    private LocalServer server;
    private Nginx proxy;

    @BeforeAll
    void start() {
        Tools.need("nginx", "openssl", "openstack");
        certificate = Certificate.in(directory, "rsa:2048");
        server = LocalServer.start(
                directory.resolve("data"),
                Map.of(
                        "oslo_middleware.enable_proxy_headers_parsing", "true",
                        "cors.allowed_origin", PAGE,
                        "predella.rate_limits", "reads:100000,writes:20,logins:20"));
        proxy = Nginx.start(directory.resolve("nginx"), certificate, server.address());
    }

    @AfterAll
    void stop() {
        if (proxy != null) {
            proxy.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void stockClientsUseItThroughTheProxy() throws Exception {
        var clients = new StockClients(directory, proxy.address()).trusting(certificate);

        clients.pass("edge.sh", "through");
        new StockClients(directory, proxy.address() + Nginx.PREFIX)
                .trusting(certificate)
                .pass("edge.sh", "look");
    }

    @Test
    void linksAreThoseOfTheOutside() {
        var api = Api.admin(URI.create(proxy.address()), client());

        assertTrue(api.get("/").body().contains("\"" + proxy.address() + "/v2/\""));
        assertTrue(api.get(Nginx.PREFIX + "/").body().contains("\"" + proxy.address() + Nginx.PREFIX + "/v2/\""));
        assertEquals(proxy.address() + "/v2/", location(api.get("/v2")));
        var image = api.post(Nginx.PREFIX + "/v2/images", "{}");
        assertTrue(location(image).startsWith(proxy.address() + Nginx.PREFIX + "/v2/images/"));
        var stranger = new PageVisitor(URI.create(proxy.address()), client()).get(Nginx.PREFIX + "/v2/images");
        assertEquals(
                "Keystone uri=\"" + proxy.address() + Nginx.PREFIX + "/identity\"",
                stranger.headers().firstValue("WWW-Authenticate").orElseThrow());
    }

    @Test
    void uploadsGoOnThroughTheProxy() {
        var api = Api.admin(URI.create(proxy.address()), client());
        String id = api.createRaw();
        byte[] data = Bytes.noise(3 << 20);
        int half = data.length / 2;

        var begun = api.send(
                "POST",
                "/v2/images/" + id + "/upload-sessions",
                Map.of("Tus-Resumable", "1.0.0", "Upload-Length", String.valueOf(data.length)),
                BodyPublishers.noBody());
        String session = location(begun);
        int first = piece(api, session, 0, BodyPublishers.ofByteArray(data, 0, half));
        int second = piece(api, session, half, BodyPublishers.ofByteArray(data, half, data.length - half));

        assertTrue(session.startsWith(proxy.address() + "/v2/images/" + id + "/upload-sessions/"));
        assertEquals(204, first);
        assertEquals(204, second);
        assertEquals("uploading", api.image(id).getString("status"));
    }

    private static int piece(Api api, String session, int offset, BodyPublisher bytes) {
        return api.send(
                        "PATCH",
                        session,
                        Map.of(
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Offset",
                                String.valueOf(offset),
                                "Content-Type",
                                "application/offset+octet-stream"),
                        bytes)
                .statusCode();
    }

    @Test
    void theDashboardStaysOnTheEncryptedWay() {
        var visitor = new PageVisitor(URI.create(proxy.address()), client());

        var asked = visitor.get("/dashboard/images");
        var login = visitor.logIn("/dashboard/login?to=/dashboard/tasks", "admin", LocalServer.PASSWORD);
        var page = visitor.get("/dashboard/images");

        assertTrue(location(asked).startsWith("/dashboard/login"), () -> location(asked));
        assertEquals(302, login.statusCode());
        assertEquals(proxy.address() + "/dashboard/tasks", location(login));
        assertEquals(proxy.address() + "/dashboard/", location(visitor.get("/dashboard")));
        assertFalse(visitor.cookies().isEmpty());
        assertTrue(visitor.cookies().stream().allMatch(cookie -> cookie.getSecure()), visitor.cookies()::toString);
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Strict-Transport-Security").isPresent());
    }

    @Test
    void changesFromTheOutsidesOwnOriginAreLetIn() {
        var visitor = new PageVisitor(URI.create(proxy.address()), client());
        visitor.get("/dashboard/login");
        var fields =
                Map.of("login", "login", "login:name", "admin", "login:password", LocalServer.PASSWORD, "login:go", "");

        assertEquals(
                403,
                visitor.post("/dashboard/login", fields, "Origin", server.address())
                        .statusCode());
        assertEquals(
                302,
                visitor.post("/dashboard/login", fields, "Origin", proxy.address())
                        .statusCode());
    }

    @Test
    void pagesOfOneOtherOriginMayUseTheApiAndNotTheDashboard() {
        var stranger = Api.stranger(URI.create(server.address()));

        var question = stranger.send(
                "OPTIONS",
                "/v2/images",
                Map.of(
                        "Origin", PAGE,
                        "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "x-auth-token,content-type"),
                BodyPublishers.noBody());
        var refused = stranger.send("GET", "/v2/images", Map.of("Origin", PAGE), BodyPublishers.noBody());
        var login = stranger.send("GET", "/identity/v3", Map.of("Origin", PAGE), BodyPublishers.noBody());
        var other =
                stranger.send("GET", "/v2/images", Map.of("Origin", "https://other.example"), BodyPublishers.noBody());
        var page = stranger.send("GET", "/dashboard/login", Map.of("Origin", PAGE), BodyPublishers.noBody());

        assertEquals(200, question.statusCode());
        assertEquals(PAGE, allowed(question));
        assertEquals("POST", header(question, "Access-Control-Allow-Methods"));
        assertEquals(401, refused.statusCode());
        assertEquals(PAGE, allowed(refused));
        assertEquals(PAGE, allowed(login));
        assertTrue(header(login, "Vary").contains("X-Auth-Token"), () -> header(login, "Vary"));
        assertTrue(header(login, "Vary").contains("Origin"), () -> header(login, "Vary"));
        assertEquals("", allowed(other));
        assertEquals("Origin", header(other, "Vary"));
        assertEquals("", allowed(page));
    }

    /** Requests from loopback are believed when they say for whom they come. */
    @Test
    void whoAsksTooOftenIsToldHowLongToWait() {
        var stranger = Api.stranger(URI.create(server.address()));
        var often = Map.of("X-Forwarded-For", "6.6.6.6, 203.0.113.9");

        var login = refused(stranger, "/identity/v3/auth/tokens", often);
        var write = refused(stranger, "/v2/images", often);
        var read = stranger.send("GET", "/v2/images", often, BodyPublishers.noBody());
        var other = stranger.send(
                "POST", "/v2/images", Map.of("X-Forwarded-For", "203.0.113.10"), BodyPublishers.ofString("{}"));

        assertTrue(write.body().contains("There were too many requests in the last minute."));
        assertTrue(Integer.parseInt(header(login, "Retry-After")) <= 3);
        assertTrue(Integer.parseInt(header(write, "Retry-After")) <= 3);
        assertEquals(401, read.statusCode());
        assertEquals(401, other.statusCode());
    }

    /** The answer that says so; on a slow machine the allowance grows again meanwhile. */
    private static HttpResponse<String> refused(Api stranger, String path, Map<String, String> headers) {
        for (int i = 0; i < 1000; i++) {
            var answer = stranger.send("POST", path, headers, BodyPublishers.ofString("x"));
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError(path + " takes any number of requests");
    }

    /** The server's own way to send files needs a plain connection, which the one from the proxy is. */
    @Test
    void whatWasUploadedComesBack() {
        var api = Api.admin(URI.create(proxy.address()), client());
        byte[] data = Bytes.noise(1 << 20);

        String id = api.createActive(data);

        assertArrayEquals(data, api.downloaded(id));
    }

    private HttpClient.Builder client() {
        return HttpClient.newBuilder().sslContext(certificate.trust());
    }

    private static String location(HttpResponse<?> answer) {
        return header(answer, "Location");
    }

    private static String allowed(HttpResponse<?> answer) {
        return header(answer, "Access-Control-Allow-Origin");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
