package io.github.predella.dashboard;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Browser;
import io.github.predella.testing.Browser.Theme;
import io.github.predella.testing.Browser.Visitor;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Personas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page of {@link Routes}, whoever looks at it, in whichever language and theme. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesE2E {

    private static final Pattern STATE = Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");
    private static final Pattern IDS = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    /** The people whose eyes the pages are seen with. */
    private static final List<String> PEOPLE = List.of("admin", "owner member", "owner reader");

    @TempDir
    private static Path directory;

    private LocalServer server;
    private final Map<String, HttpClient> clients = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    @BeforeAll
    void open() {
        server = LocalServer.start(directory, Map.of("DEFAULT.delayed_delete", "true", "DEFAULT.scrub_time", "3600"));
        var people = Personas.at(URI.create(server.address()));
        String image = people.owner().createActive("some data".getBytes(StandardCharsets.UTF_8));
        places.put("/images/", image);
        places.put("/tasks/", taskOf(people.admin()));
        String gone = people.owner().createActive("other data".getBytes(StandardCharsets.UTF_8));
        Api.expect(people.owner().delete("/v2/images/" + gone), 204);
        clients.put("admin", loggedIn("admin", LocalServer.PASSWORD));
        for (String one : PEOPLE.subList(1, PEOPLE.size())) {
            clients.put(one, loggedIn(people.login(one), Personas.PASSWORD));
        }
    }

    private static String taskOf(Api admin) {
        return Api.json(admin.post(
                        "/v2/tasks", "{\"type\":\"import\",\"input\":{\"import_from\":\"http://localhost/\"}}"))
                .getString("id");
    }

    @AfterAll
    void close() {
        server.close();
    }

    private HttpClient loggedIn(String user, String password) {
        var client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var form = STATE.matcher(get(client, "/dashboard/login", "en").body());
        assertTrue(form.find());
        var fields = new StringJoiner("&");
        Map.of(
                        "login",
                        "login",
                        "login:name",
                        user,
                        "login:password",
                        password,
                        "login:project",
                        "",
                        "login:go",
                        "",
                        "jakarta.faces.ViewState",
                        form.group(1))
                .forEach((name, value) -> fields.add(encoded(name) + "=" + encoded(value)));
        var answer = send(
                client,
                HttpRequest.newBuilder(URI.create(server.address() + "/dashboard/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields.toString())));
        assertEquals("/dashboard/", answer.uri().getPath(), answer::body);
        return client;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(HttpClient client, String path, String language) {
        return send(
                client,
                HttpRequest.newBuilder(URI.create(server.address() + path)).header("Accept-Language", language));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static List<String> pages() {
        return Routes.all().stream()
                .filter(route -> route.view().endsWith(".xhtml") && route.access() != Route.Access.EVERYBODY)
                .map(Route::template)
                .toList();
    }

    private String address(String template) {
        String beginning = places.keySet().stream()
                .filter(template::startsWith)
                .findFirst()
                .orElse("");
        String path = PLACE.matcher(template).replaceAll(places.getOrDefault(beginning, "nothing"));
        return "/dashboard" + path + (path.endsWith("/change") ? "?do=delete&id=" + places.get("/images/") : "");
    }

    private static boolean isOpen(String template, String person) {
        boolean forAdministrators = Routes.find(PLACE.matcher(template).replaceAll("x"))
                .map(found -> found.route().access() == Route.Access.ADMINISTRATORS)
                .orElseThrow();
        return person.equals("admin") || !forAdministrators;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everybodySeesAWholePageInTheirLanguage(String template) {
        var checks = new ArrayList<Executable>();
        for (String person : PEOPLE) {
            for (String language : List.of("en", "zh-CN")) {
                checks.add(() -> assertWhole(template, person, language));
            }
        }

        assertAll(checks);
    }

    private void assertWhole(String template, String person, String language) {
        String where = template + " for " + person + " in " + language;
        var answer = get(clients.get(person), address(template), language);
        String page = answer.body();
        if (isOpen(template, person)) {
            // A page may be closed to a reader; then it says so.
            assertTrue(List.of(200, 403).contains(answer.statusCode()), () -> where + ": " + answer.statusCode());
        } else {
            assertEquals(404, answer.statusCode(), where);
        }
        assertFalse(page.contains("⟦"), () -> where + ": " + page.substring(page.indexOf('⟦')));
        assertTrue(page.contains("lang=\"" + language + "\""), where);
        assertEquals(1, HEADING.matcher(page).results().count(), where);
        var title = TITLE.matcher(page);
        assertTrue(title.find() && title.group(1).strip().length() > "· Predella".length(), where);
        var ids = IDS.matcher(page).results().map(id -> id.group(1)).toList();
        assertEquals(ids.stream().distinct().toList(), ids, where);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pagesCanBeUsedByEverybody(Theme theme) {
        try (var browser = Browser.open(server.address(), Visitor.USUAL.with(theme))) {
            browser.login("admin", LocalServer.PASSWORD);
            assertAll(pages().stream().map(template -> () -> {
                browser.go(address(template));
                assertEquals(List.of(), browser.violations(), template);
                assertFalse(browser.overflows(), template);
                browser.requireQuiet();
            }));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void strangersAreLedToTheLogin(String template) {
        var stranger = HttpClient.newHttpClient();

        var answer = get(stranger, address(template), "en");

        assertFalse(answer.statusCode() == 200, template);
        assertFalse(answer.body().contains("class=\"side\""), template);
    }
}
