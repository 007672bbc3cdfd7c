package io.github.predella.dashboard.sharing;

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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What people do to share an image and to say what is in it, in real browsers, each of them with one of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharingE2E {

    private static final String IMAGE = """
            {"name":"%s","disk_format":"qcow2","container_format":"bare","os_distro":"ubuntu","my_key":"old",
            "hw_cpu_cores":"2","tags":["lts"]}""";

    private Path audit;
    private LocalServer server;
    private Personas people;
    private Browser owner;
    private Browser member;
    private Browser reader;

    @BeforeAll
    void open(@TempDir Path directory) {
        audit = directory.resolve("audit.log");
        server = LocalServer.start(directory, Map.of("predella.audit_log", audit.toString()));
        people = Personas.at(URI.create(server.address()));
        owner = browser(Visitor.USUAL, "owner member");
        member = browser(Visitor.USUAL, "share member");
        reader = browser(Visitor.USUAL, "owner reader");
    }

    @AfterAll
    void close() {
        for (Browser one : List.of(owner, member, reader)) {
            if (one != null) {
                one.close();
            }
        }
        server.close();
    }

    private Browser browser(Visitor visitor, String persona) {
        var browser = Browser.open(server.address(), visitor);
        browser.login(people.login(persona), Personas.PASSWORD);
        return browser;
    }

    private String image(String name) {
        return people.owner().create(IMAGE.formatted(name));
    }

    private static void press(Browser browser, String button) {
        browser.one("button[value='" + button + "']").click();
    }

    private String property(String image, String name) {
        return people.owner().image(image).getString(name, null);
    }

    /** Everything that a page has to be in any case. */
    private static void assertSound(Browser browser) {
        assertEquals(List.of(), browser.violations());
        assertFalse(browser.text().contains("⟦"), browser::text);
        assertEquals(1, browser.all("h1").size());
        assertFalse(browser.overflows());
        browser.requireQuiet();
    }

    @Test
    void sharedImageArrivesAtTheOtherSideAndTheOwnerSeesTheAnswer() {
        String id = image("to be shared");
        String project = people.share().project();

        owner.go("/dashboard/images/" + id + "/sharing");
        Browser.type(owner.one("#with"), project);
        press(owner, "add");
        owner.await(() -> owner.one("#members-list").getText().contains("Waiting"));

        member.go("/dashboard/");
        assertEquals("1", member.one(".side a[href$='/inbox'] .count").getText());
        member.go("/dashboard/inbox?image=" + id);
        press(member, "accept:" + id);
        member.await(() -> member.one(".notice.done").getText().contains("accepted: 1"));
        assertEquals(0, member.all(".side a[href$='/inbox'] .count").size());
        member.go("/dashboard/inbox?answer=accepted");
        assertTrue(member.one("#offers-list").getText().contains("to be shared"));

        owner.go("/dashboard/images/" + id + "/sharing");
        assertTrue(owner.one("#members-list").getText().contains("Accepted"));
        assertTrue(Api.json(people.share().get("/v2/images")).toString().contains(id));

        member.go("/dashboard/inbox?answer=accepted");
        press(member, "decline:" + id);
        member.await(() -> !member.all(".notice.done").isEmpty());
        assertFalse(Api.json(people.share().get("/v2/images")).toString().contains(id));
        owner.requireQuiet();
        member.requireQuiet();
    }

    @Test
    void severalOffersAreAnsweredAtOnce() {
        String project = people.share().project();
        List<String> offered = List.of(image("several 1"), image("several 2"));
        offered.forEach(id -> Api.expect(
                people.owner().post("/v2/images/" + id + "/members", "{\"member\":\"" + project + "\"}"), 200));

        member.go("/dashboard/inbox");
        offered.forEach(id -> member.one("input[value='" + id + "']").click());
        press(member, "decline");
        member.await(() -> member.one(".notice.done").getText().contains("declined: 2"));

        member.go("/dashboard/inbox?answer=rejected");
        offered.forEach(
                id -> assertEquals(1, member.all("input[value='" + id + "']").size()));
        member.requireQuiet();
    }

    @Test
    void unknownNameOfAProjectIsSaidAtOnce() {
        owner.go("/dashboard/images/" + image("for nobody") + "/sharing");
        Browser.type(owner.one("#with"), "no such project");
        press(owner, "add");

        owner.await(() -> owner.one("#messages").getText().contains("no such project"));

        assertEquals("no such project", owner.one("#with").getDomProperty("value"));
    }

    @Test
    void whoMayOnlyLookSeesWhyAndIsRefusedBesides() {
        String id = image("not for readers");

        reader.go("/dashboard/images/" + id + "/sharing");
        assertEquals(0, reader.all("button[value=add]").size());
        assertTrue(reader.one("#not-share").getText().contains("add_member"));
        assertTrue(reader.one("#not-change").getText().contains("modify_image"));

        reader.tolerate("403");
        for (String page : List.of("edit", "metadata")) {
            reader.go("/dashboard/images/" + id + "/" + page);
            assertTrue(reader.one(".fault").getText().contains("req-"), reader::text);
            assertEquals(403L, status(reader, "/dashboard/images/" + id + "/" + page, "POST"));
        }
        assertEquals(403L, status(reader, "/dashboard/images/" + id + "/edit", "POST without a proof"));
        reader.requireQuiet();
    }

    /** What a script of the page is answered. */
    private static Object status(Browser browser, String address, String how) {
        return browser.script("""
                const headers = arguments[1] === 'POST'
                    ? {'X-CSRF-Token': document.querySelector('meta[name=csrf-token]').content} : {};
                const request = new XMLHttpRequest();
                request.open('POST', arguments[0], false);
                request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
                Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
                request.send('jakarta.faces.ViewState=stateless&do=save&name=taken&before={}&min_disk=0&min_ram=0');
                return request.status;
                """, address, how);
    }

    @Test
    void linkOfAStrangerDoesNothing() {
        String id = image("not by a link");

        owner.tolerate("403");
        owner.go("/dashboard/images/" + id
                + "/sharing?jakarta.faces.ViewState=stateless&do=visibility&visibility=private");

        assertTrue(owner.one(".fault").getText().contains("req-"), owner::text);
        assertEquals("shared", property(id, "visibility"));
        owner.requireQuiet();
    }

    @Test
    void onlyChangedDetailsAreStored() {
        String id = image("before");
        owner.go("/dashboard/images/" + id + "/edit");
        Api.expect(people.owner().patch(id, "[{\"op\":\"replace\",\"path\":\"/min_ram\",\"value\":512}]"), 200);

        Browser.type(owner.one("#name"), "镜像 after");
        Browser.type(owner.one("#description"), "two\nlines");
        owner.one("input[name=protected]").click();
        press(owner, "save");
        owner.await(() -> owner.path().equals("/dashboard/images/" + id));

        var image = people.owner().image(id);
        assertEquals("镜像 after", image.getString("name"));
        assertEquals("two\nlines", image.getString("description"));
        assertTrue(image.getBoolean("protected"));
        assertEquals(512, image.getInt("min_ram"));
        assertEquals("ubuntu", image.getString("os_distro"));
        assertTrue(owner.one(".notice.done").getText().contains("min_ram"));
        owner.requireQuiet();
    }

    @Test
    void propertiesFromTheCatalogueAreCheckedBeforeTheyAreStored() {
        String id = image("properties");
        owner.go("/dashboard/images/" + id + "/metadata");

        press(owner, "set:linux");
        owner.await(() -> owner.all(".property.changed").size() == 5);
        Browser.type(owner.one("input[name='value.hw_cpu_cores']"), "many");
        assertEquals("true", owner.one("input[name='value.hw_cpu_cores']").getDomAttribute("aria-invalid"));
        assertTrue(owner.one(".wrong").isDisplayed());
        press(owner, "save");
        owner.await(() -> owner.one("#messages").getText().contains("One value"));
        assertEquals("2", property(id, "hw_cpu_cores"));

        Browser.type(owner.one("input[name='value.hw_cpu_cores']"), "4");
        press(owner, "minus:my_key");
        owner.await(() -> !owner.all(".property.gone").isEmpty());
        press(owner, "show");
        owner.await(() -> !owner.all(".patch").isEmpty());
        assertEquals("""
                [
                  {"op":"replace","path":"/hw_cpu_cores","value":"4"},
                  {"op":"add","path":"/hw_disk_bus","value":"virtio"},
                  {"op":"add","path":"/hw_qemu_guest_agent","value":"yes"},
                  {"op":"add","path":"/hw_rng_model","value":"virtio"},
                  {"op":"add","path":"/hw_vif_model","value":"virtio"},
                  {"op":"remove","path":"/my_key"},
                  {"op":"add","path":"/os_type","value":"linux"}
                ]""", owner.one(".patch pre").getText());
        press(owner, "save");
        owner.await(() -> owner.one(".notice.done").getText().contains("saved: 7"));
        assertEquals("4", property(id, "hw_cpu_cores"));
        assertEquals("virtio", property(id, "hw_disk_bus"));
        assertEquals(null, property(id, "my_key"));
        assertEquals("ubuntu", property(id, "os_distro"));
        owner.requireQuiet();
    }

    /** Journey 4 of the design. */
    @Test
    void threePropertiesOfTheDefinitionsAreSetAndTheWrongOneIsMarkedFirst() {
        String id = image("from the catalogue");
        owner.go("/dashboard/images/" + id + "/metadata");

        Browser.type(owner.one("#find-offered"), "hw_cpu_policy");
        assertTrue(owner.one("details.group[open]").getText().contains("one of shared, dedicated, mixed"));
        for (String name : List.of("hw_cpu_policy", "hw_video_ram", "sw_webserver_nginx_http_port")) {
            Browser.type(owner.one("#find-offered"), name);
            press(owner, "plus:" + name);
            owner.await(() -> !owner.all("[name='value." + name + "']").isEmpty());
        }
        choose(owner, "[name='value.hw_cpu_policy']", "dedicated");
        Browser.type(owner.one("[name='value.sw_webserver_nginx_http_port']"), "8080");
        Browser.type(owner.one("[name='value.hw_video_ram']"), "-1");
        assertEquals("true", owner.one("[name='value.hw_video_ram']").getDomAttribute("aria-invalid"));
        press(owner, "save");
        owner.await(() -> owner.one("#messages").getText().contains("One value"));
        assertEquals(1, owner.all(".property [aria-invalid=true]").size());
        assertEquals(null, property(id, "hw_cpu_policy"));

        Browser.type(owner.one("[name='value.hw_video_ram']"), "64");
        press(owner, "show");
        owner.await(() -> !owner.all(".patch").isEmpty());
        assertEquals("""
                [
                  {"op":"add","path":"/hw_cpu_policy","value":"dedicated"},
                  {"op":"add","path":"/hw_video_ram","value":"64"},
                  {"op":"add","path":"/sw_webserver_nginx_http_port","value":"8080"}
                ]""", owner.one(".patch pre").getText());
        press(owner, "save");
        owner.await(() -> owner.one(".notice.done").getText().contains("saved: 3"));
        assertEquals("64", property(id, "hw_video_ram"));
        owner.requireQuiet();
    }

    private static void choose(Browser browser, String select, String value) {
        browser.one(select)
                .findElement(By.cssSelector("option[value='" + value + "']"))
                .click();
    }

    @Test
    void administratorDescribesAPropertyAndImagesAreOfferedIt() throws IOException {
        try (var admin = Browser.open(server.address(), Visitor.USUAL)) {
            admin.login("admin", LocalServer.PASSWORD);
            admin.go("/dashboard/metadefs/all/new");
            Browser.type(admin.one("#name"), "Ours::Racks");
            Browser.type(admin.one("#display"), "Racks of ours");
            choose(admin, "#visibility", "public");
            press(admin, "save");
            admin.await(() -> admin.path().equals("/dashboard/metadefs/Ours::Racks"));

            Browser.type(admin.one("#type-name"), "OS::Glance::Image");
            Browser.type(admin.one("#type-prefix"), "rack_");
            press(admin, "type");
            admin.await(() -> admin.one(".notice.done").getText().contains("resource type"));
            admin.go("/dashboard/metadefs/Ours::Racks/property");
            Browser.type(admin.one("#name"), "height");
            Browser.type(admin.one("#title"), "Height");
            choose(admin, "#type", "integer");
            Browser.type(admin.one("#minimum"), "9");
            Browser.type(admin.one("#maximum"), "1");
            press(admin, "save");
            admin.await(() -> "true".equals(admin.one("#maximum").getDomAttribute("aria-invalid")));
            Browser.type(admin.one("#maximum"), "42");
            press(admin, "save");
            admin.await(() -> admin.text().contains("whole number from 9 to 42"));

            admin.go("/dashboard/metadefs/Ours::Racks/object");
            Browser.type(admin.one("#name"), "power");
            press(admin, "save");
            admin.await(() -> admin.text().contains("The object power is saved."));
            admin.go("/dashboard/metadefs/Ours::Racks/property?object=power");
            Browser.type(admin.one("#name"), "feeds");
            Browser.type(admin.one("#title"), "Feeds");
            admin.one("#list").click();
            Browser.type(admin.one("#choices"), "a\nb");
            press(admin, "save");
            admin.await(() -> admin.text().contains("some of a, b"));

            String exported = exported(admin, "/dashboard/metadefs/Ours::Racks/export");
            assertTrue(exported.contains("\"maximum\": 42"), exported);
            admin.go("/dashboard/metadefs/all/import");
            String changed = exported.replace("\"maximum\": 42", "\"maximum\": 47")
                    .replace("\"tags\": [", "\"tags\": [{\"name\": \"wide\"}");
            admin.script("document.getElementById('text').value = arguments[0];", changed);
            press(admin, "compare");
            admin.await(() -> admin.all(".difference tbody tr").size() == 2);
            assertTrue(admin.one(".difference").getText().matches("(?s).*height.*42.*47.*wide.*new.*"));
            assertEquals(List.of(), admin.violations());
            assertTrue(exported(admin, "/dashboard/metadefs/Ours::Racks/export").contains("\"maximum\": 42"));
            press(admin, "apply");
            admin.await(() -> admin.text().contains("whole number from 9 to 47"));

            owner.go("/dashboard/images/" + image("in a rack") + "/metadata");
            Browser.type(owner.one("#find-offered"), "rack_height");
            press(owner, "plus:rack_height");
            owner.await(() -> !owner.all("[name='value.rack_height']").isEmpty());
            assertEquals("9", owner.one("[name='value.rack_height']").getDomProperty("value"));

            admin.go("/dashboard/metadefs/Ours::Racks/remove");
            press(admin, "remove");
            admin.await(() -> admin.one("#messages").getText().contains("Ours::Racks"));
            Browser.type(admin.one("#typed"), "Ours::Racks");
            press(admin, "remove");
            admin.await(() -> admin.path().equals("/dashboard/metadefs"));
            admin.requireQuiet();
        }
        assertEquals(
                List.of(
                        "create/metadefs/namespaces",
                        "create/metadefs/namespaces/resource_types",
                        "create/metadefs/namespaces/properties",
                        "create/metadefs/namespaces/objects",
                        "update/metadefs/namespaces/objects",
                        "import/metadefs/namespaces",
                        "delete/metadefs/namespaces"),
                audited("Ours::Racks"));
        reader.go("/dashboard/metadefs?q=pinned&type=OS%3A%3AGlance%3A%3AImage");
        assertEquals(1, reader.all("#namespaces tbody tr").size());
        assertEquals(0, reader.all("a[href$='/all/new']").size());
        reader.tolerate("403");
        reader.go("/dashboard/metadefs/all/import");
        assertTrue(reader.one(".fault").getText().contains("req-"), reader::text);
    }

    /** What the audit says was done to a namespace. */
    private List<String> audited(String namespace) throws IOException {
        try (var lines = Files.lines(audit)) {
            return lines.filter(line -> line.contains(namespace))
                    .map(line -> line.replaceFirst(".*\"action\":\"([^\"]*)\".*", "$1"))
                    .toList();
        }
    }

    private static String exported(Browser browser, String address) {
        return String.valueOf(browser.script("""
                const request = new XMLHttpRequest();
                request.open('GET', arguments[0], false);
                request.send();
                return request.responseText;
                """, address));
    }

    @Test
    void whatSomebodyElseHasChangedIsNotOverwritten() {
        String id = image("contested");
        owner.go("/dashboard/images/" + id + "/metadata");
        Browser.type(owner.one("input[name='value.my_key']"), "mine");
        Api.expect(people.owner().patch(id, """
                [{"op":"replace","path":"/my_key","value":"theirs"},{"op":"add","path":"/another","value":"1"}]"""), 200);

        press(owner, "save");
        owner.await(() -> !owner.all(".conflicts").isEmpty());
        assertEquals("theirs", property(id, "my_key"));
        assertTrue(owner.one(".conflicts tbody").getText().matches("(?s).*old.*theirs.*mine.*"));
        assertEquals(List.of(), owner.violations());

        owner.one("input[name='take.my_key'][value=mine]").click();
        press(owner, "save");
        owner.await(() -> !owner.all(".notice.done").isEmpty());
        assertEquals("mine", property(id, "my_key"));
        assertEquals("1", property(id, "another"));
        owner.requireQuiet();
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsSoundInBothLanguages(Theme theme) {
        String id = image("a name that is rather long for a narrow screen");
        String project = people.share().project();
        Api.expect(people.owner().post("/v2/images/" + id + "/members", "{\"member\":\"" + project + "\"}"), 200);
        var visitor = theme == Theme.LIGHT ? Visitor.USUAL : new Visitor(theme, "zh-CN", 390);

        try (var one = browser(visitor, "owner member");
                var other = browser(visitor, "share member")) {
            for (String page : List.of("sharing", "edit", "metadata")) {
                one.go("/dashboard/images/" + id + "/" + page);
                one.all("details.group > summary, details.invitation > summary").forEach(WebElement::click);
                one.screenshot(page + "-" + theme);
                assertSound(one);
            }
            for (String page : List.of("", "?image=" + id, "?answer=accepted", "?image=unknown")) {
                other.go("/dashboard/inbox" + page);
                other.screenshot("inbox" + page.replace(id, "id").replaceAll("[^a-z]+", "-") + "-" + theme);
                assertSound(other);
            }
        }
    }
}
