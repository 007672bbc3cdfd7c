package io.github.predella.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.PageVisitor;
import io.github.predella.testing.Personas;
import io.github.predella.testing.SharedServer;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let into the dashboard, and what keeps others out. */
@SharedServer
@RunAsClient
public class LoginIT {

    private static final String LOGIN = "/dashboard/login";
    private static final Map<String, String> LOG_OUT = Map.of("user", "user", "user:log-out", "");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*nonce=)[^>]*>");
    private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+=\"");

    @ArquillianResource
    private URL address;

    private URI base;
    private PageVisitor visitor;

    @BeforeEach
    void open() {
        base = URI.create(address.toString());
        visitor = new PageVisitor(base);
    }

    private PageVisitor owner() {
        var owner = new PageVisitor(base);
        var answer = owner.logIn(LOGIN, Personas.at(base).login("owner member"), Personas.PASSWORD);
        assertEquals(Optional.of("/dashboard/"), PageVisitor.target(answer), answer::body);
        return owner;
    }

    @Test
    public void strangerIsLedToTheLoginAndBack() {
        var answer = visitor.get("/dashboard/tasks?status=failure");
        String login = PageVisitor.target(answer).orElseThrow();

        var welcome = visitor.logIn(login, Personas.at(base).login("owner member"), Personas.PASSWORD);

        assertEquals(302, answer.statusCode());
        assertTrue(login.startsWith(LOGIN + "?to="), login);
        assertEquals(Optional.of("/dashboard/tasks?status=failure"), PageVisitor.target(welcome));
        assertEquals(200, visitor.get("/dashboard/tasks").statusCode());
    }

    @Test
    public void wrongPasswordAndUnknownNameAreToldAlike() {
        var wrong = visitor.logIn(LOGIN, Personas.at(base).login("owner member"), "not the password");
        var unknown = visitor.logIn(LOGIN, "nobody-of-that-name", "not the password");

        assertEquals(message(wrong), message(unknown));
        assertTrue(message(wrong).startsWith("The name, the password or the project is wrong"), message(wrong));
        assertEquals(List.of(), visitor.cookies());
    }

    private static String message(HttpResponse<String> page) {
        assertEquals(200, page.statusCode());
        var text = Pattern.compile("ui-messages-error-summary\">([^<]*)<").matcher(page.body());
        assertTrue(text.find(), page::body);
        return text.group(1);
    }

    @Test
    public void cookieIsForTheServerAlone() {
        var answer = visitor.logIn(LOGIN, Personas.at(base).login("owner member"), Personas.PASSWORD);
        visitor.get("/dashboard/");

        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.startsWith("predella_session="), cookie);
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        assertFalse(cookie.contains("Max-Age") || cookie.contains("Expires"), cookie);
        assertEquals(
                List.of("predella_session"),
                visitor.cookies().stream().map(HttpCookie::getName).toList());
    }

    @Test
    public void linkToTheLoginLeadsNowhereElse() {
        for (String elsewhere : List.of("https://example.org/", "//example.org/", "/v2/images", "/dashboard/../v2")) {
            var answer = new PageVisitor(base)
                    .logIn(LOGIN + "?to=" + elsewhere, Personas.at(base).login("owner member"), Personas.PASSWORD);

            assertEquals(
                    "http://" + base.getAuthority() + "/dashboard/",
                    answer.headers().firstValue("Location").get());
        }
    }

    @Test
    public void changeWantsTheProofOfAPage() {
        var owner = owner();

        var without = owner.post("/dashboard/", LOG_OUT);
        var withAnother = owner.post(
                "/dashboard/", Map.of("user", "user", "user:log-out", "", "csrf", owner().proof("/dashboard/")));

        assertEquals(403, without.statusCode());
        assertEquals(403, withAnother.statusCode());
        assertEquals(200, owner.get("/dashboard/").statusCode());
    }

    @Test
    public void changeWantsToComeFromHere() {
        var owner = owner();
        var fields = Map.of("user", "user", "user:log-out", "", "csrf", owner.proof("/dashboard/"));

        var other = owner.post("/dashboard/", fields, "Origin", "http://example.org");
        var sandbox = owner.post("/dashboard/", fields, "Origin", "null");
        var fetched = owner.post("/dashboard/", fields, "Sec-Fetch-Site", "same-site");

        assertEquals(List.of(403, 403, 403), List.of(other.statusCode(), sandbox.statusCode(), fetched.statusCode()));
        assertEquals(200, owner.get("/dashboard/").statusCode());
    }

    @Test
    public void peopleWorkInOneOfTheirProjects() {
        var people = Personas.at(base);
        String other = people.share().project();
        String user = Api.json(people.admin().get("/identity/v3/users?name=" + people.login("owner member")))
                .getJsonArray("users")
                .getJsonObject(0)
                .getString("id");
        String role = Api.json(people.admin().get("/identity/v3/roles?name=reader"))
                .getJsonArray("roles")
                .getJsonObject(0)
                .getString("id");
        String grant = "/identity/v3/projects/" + other + "/users/" + user + "/roles/" + role;
        Api.expect(people.admin().bare("PUT", grant), 204);
        var owner = owner();
        String page = owner.get("/dashboard/projects").body();
        var button = Pattern.compile("name=\"((projects:\\d:work):go)\"").matcher(page);
        assertTrue(button.find(), page);

        var answer = owner.post(
                "/dashboard/projects",
                Map.of(
                        button.group(2),
                        button.group(2),
                        button.group(1),
                        "",
                        "project",
                        other,
                        "csrf",
                        owner.proof("/dashboard/projects")));
        String moved = owner.get("/dashboard/projects").body();
        Api.expect(people.admin().bare("DELETE", grant), 204);

        assertEquals(Optional.of("/dashboard/"), PageVisitor.target(answer), answer::body);
        assertTrue(here(moved).contains(other), moved);
        assertFalse(here(page).contains(other), page);
        assertEquals(302, owner.get("/dashboard/").statusCode());
    }

    @Test
    public void whoHasNoProjectIsLedToTheChoiceOfThem() {
        String name = "newcomer-" + UUID.randomUUID();
        var body = "{\"user\":{\"name\":\"" + name + "\",\"password\":\"" + Personas.PASSWORD + "\"}}";
        Api.expect(Personas.at(base).admin().post("/identity/v3/users", body), 201);
        visitor.logIn(LOGIN, name, Personas.PASSWORD);

        var images = visitor.get("/dashboard/images");
        var projects = visitor.get("/dashboard/projects", "Accept-Language", "en");

        assertEquals(Optional.of("/dashboard/projects"), PageVisitor.target(images));
        assertTrue(projects.body().contains("You have no role in any project yet"), projects::body);
    }

    /** The entry of the project that somebody works in. */
    private static String here(String page) {
        int mark = page.indexOf("class=\"tag\"");
        return page.substring(page.lastIndexOf("<li>", mark), mark);
    }

    @Test
    public void whoLoggedOutIsAStranger() {
        var owner = owner();
        var cookie = owner.cookies().get(0);
        var fields = Map.of("user", "user", "user:log-out", "", "csrf", owner.proof("/dashboard/"));

        var answer = owner.post("/dashboard/", fields);

        assertEquals(Optional.of(LOGIN), PageVisitor.target(answer));
        var kept = HttpRequest.newBuilder(base.resolve("/dashboard/"))
                .header("Cookie", cookie.getName() + "=" + cookie.getValue());
        assertEquals(302, new PageVisitor(base).send(kept).statusCode());
    }

    @Test
    public void apiTakesTheCookieForUploadsOnly() {
        var owner = owner();
        String proof = owner.proof("/dashboard/");
        String sessions = "/v2/images/" + Personas.at(base).owner().createRaw() + "/upload-sessions";

        var list = owner.send(HttpRequest.newBuilder(base.resolve("/v2/images")).header("X-CSRF-Token", proof));
        var unproven = owner.send(upload(sessions));
        var proven = owner.send(upload(sessions).header("X-CSRF-Token", proof));

        assertEquals(401, list.statusCode());
        assertEquals(401, unproven.statusCode());
        assertEquals(201, proven.statusCode(), proven::body);
    }

    private HttpRequest.Builder upload(String sessions) {
        return HttpRequest.newBuilder(base.resolve(sessions))
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "10")
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    @Test
    public void pageRunsNoScriptsButOurs() {
        var page = owner().get("/dashboard/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertEquals(1, page.headers().allValues("Content-Security-Policy").size());
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertTrue(policy.matches(".*script-src 'self' 'nonce-[A-Za-z0-9+/=]+';?"), policy);
        assertFalse(policy.contains("script-src 'unsafe-inline'") || policy.contains("unsafe-eval"), policy);
        assertFalse(INLINE.matcher(page.body()).find(), page::body);
        assertFalse(HANDLER.matcher(page.body()).find(), page::body);
        assertEquals(Optional.of("nosniff"), page.headers().firstValue("X-Content-Type-Options"));
        assertEquals(Optional.of("no-store"), page.headers().firstValue("Cache-Control"));
    }

    @Test
    public void namesShowAsTheyWereGiven() {
        String name = "<script>alert('x')</script>\"&#{1+1}";
        String id = Api.json(Personas.at(base)
                        .owner()
                        .post("/v2/images", "{\"name\":\"" + name.replace("\"", "\\\"") + "\"}"))
                .getString("id");

        var page = owner().get("/dashboard/images/" + id).body();

        assertFalse(page.contains("<script>alert"), page);
        assertTrue(page.contains("&lt;script&gt;alert('x')&lt;/script&gt;\"&amp;#{1+1}"), page);
    }

    @Test
    public void filesBehindPagesAreNotServed() {
        var owner = owner();

        for (String path : List.of("/WEB-INF/dashboard/overview.xhtml", "/dashboard/overview.xhtml", "/dashboard/x")) {
            assertNotEquals(200, owner.get(path).statusCode(), path);
        }
    }
}
