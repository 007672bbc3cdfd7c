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
import io.github.predella.testing.PageVisitor;
import io.github.predella.testing.Personas;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");
    private static final Pattern IDS = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    /** The people whose eyes the pages are seen with. */
    private static final List<String> PEOPLE = List.of("admin", "owner member", "owner reader");

    @TempDir
    private static Path directory;

    private LocalServer server;
    private final Map<String, PageVisitor> visitors = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    @BeforeAll
    void open() {
        server = LocalServer.start(directory, Map.of("DEFAULT.delayed_delete", "true", "DEFAULT.scrub_time", "3600"));
        var people = Personas.at(URI.create(server.address()));
        String image = people.owner().createActive("some data".getBytes(StandardCharsets.UTF_8));
        places.put("/images/", image);
        places.put("/tasks/", taskOf(people.owner()));
        String gone = people.owner().createActive("other data".getBytes(StandardCharsets.UTF_8));
        Api.expect(people.owner().delete("/v2/images/" + gone), 204);
        places.put("/metadefs/", "OS::Software::WebServers");
        visitors.put("admin", loggedIn("admin", LocalServer.PASSWORD));
        for (String one : PEOPLE.subList(1, PEOPLE.size())) {
            visitors.put(one, loggedIn(people.login(one), Personas.PASSWORD));
        }
    }

    /** An import of the owner's project. */
    private static String taskOf(Api owner) {
        String id = owner.createRaw();
        owner.stage(id, "staged data".getBytes(StandardCharsets.UTF_8));
        Api.expect(owner.post("/v2/images/" + id + "/import", "{\"method\":{\"name\":\"glance-direct\"}}"), 202);
        return Api.json(owner.get("/v2/images/" + id + "/tasks"))
                .getJsonArray("tasks")
                .getJsonObject(0)
                .getString("id");
    }

    @AfterAll
    void close() {
        server.close();
    }

    private PageVisitor loggedIn(String user, String password) {
        var visitor = new PageVisitor(URI.create(server.address()));
        var answer = visitor.logIn("/dashboard/login", user, password);
        assertEquals(Optional.of("/dashboard/"), PageVisitor.target(answer), answer::body);
        return visitor;
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
        var answer = visitors.get(person).get(address(template), "Accept-Language", language);
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
        var stranger = new PageVisitor(URI.create(server.address()));

        var answer = stranger.get(address(template));

        assertFalse(answer.statusCode() == 200, template);
        assertFalse(answer.body().contains("class=\"side\""), template);
    }
}
