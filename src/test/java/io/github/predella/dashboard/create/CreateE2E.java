package io.github.predella.dashboard.create;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Browser;
import io.github.predella.testing.Browser.Visitor;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.ScriptedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How people make images in a browser, from the first click to the image that can be used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreateE2E {

    private static final int MIB = 1024 * 1024;
    private static final int MEBIBYTES = "full".equals(System.getProperty("torture")) ? 4096 : 256;

    /** Bytes a second that let the whole file pass in a few seconds, so that there is time to cut in. */
    private static final int RATE = MEBIBYTES / 6 * MIB;

    private static final byte[] BLOCK = Bytes.noise(MIB);
    private static final byte[] WEB = Bytes.noise(3 * MIB);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String PASSWORD = "a-password-for-tests";

    @TempDir
    private static Path directory;

    private LocalServer server;
    private ScriptedServer web;
    private Api admin;
    private Browser browser;

    @BeforeAll
    void start() throws IOException {
        Files.createDirectories(directory.resolve("fragile"));
        server = LocalServer.start(
                directory.resolve("data"),
                Map.of(
                        "DEFAULT.enabled_backends", "first:file,fragile:file",
                        "glance_store.default_backend", "first",
                        "first.filesystem_store_datadir",
                                directory.resolve("first").toString(),
                        "fragile.filesystem_store_datadir",
                                directory.resolve("fragile").toString(),
                        "import_filtering_opts.allowed_ports", "",
                        "predella.fetch_allowed_networks", "127.0.0.1/32"));
        web = new ScriptedServer().at("/disk.raw", (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + WEB.length + "\r\n\r\n").getBytes(US_ASCII));
            out.write(WEB);
        });
        admin = Api.admin(URI.create(server.address()));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
            web.close();
        }
    }

    @BeforeEach
    void open() {
        browser = Browser.open(server.address(), Visitor.USUAL);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void choose(Path file) {
        browser.all("[data-file]").get(0).sendKeys(file.toString());
    }

    private String imageId() {
        browser.await(() -> browser.path().endsWith("/progress"));
        return browser.path().split("/", -1)[3];
    }

    private int bar() {
        return ((Number) browser.script("return document.querySelector('[data-bar]').value")).intValue();
    }

    private boolean says(String text) {
        return browser.text().contains(text);
    }

    /** Writes down every value of the bar from now on. */
    private void watchBar() {
        browser.script("""
                window.bars = [];
                document.addEventListener('predella:upload', () => {
                    window.bars.push(document.querySelector('[data-bar]').value);
                });
                """);
    }

    private void assertNeverBack() {
        assertEquals(
                true,
                browser.script("return window.bars.length > 0"
                        + " && window.bars.every((one, i, all) => i === 0 || one >= all[i - 1])"));
    }

    private static Path large(Path file, MessageDigest sum) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int block = 0; block < MEBIBYTES; block++) {
                byte[] bytes = BLOCK.clone();
                bytes[0] = (byte) block;
                out.write(bytes);
                sum.update(bytes);
            }
        }
        return file;
    }

    /** Journey 1: the network is cut twice and the page closed once. */
    @Test
    void anUploadOutlivesCutsAndAClosedPage() throws Exception {
        var digest = MessageDigest.getInstance("SHA-512");
        var file = large(directory.resolve("noble.raw"), digest);
        String sum = HexFormat.of().formatHex(digest.digest());
        browser.login("admin", LocalServer.PASSWORD);
        browser.go("/dashboard/images/new?method=upload");
        choose(file);
        browser.await(() -> says("noble.raw · "));
        Browser.type(browser.one("#sum"), sum + "  noble.raw");
        assertTrue(says("Recognised as SHA-512."));
        browser.one("#disk_format option[value=raw]").click();
        browser.returnNetwork(RATE);

        browser.one("[id='create:go']").click();

        String id = imageId();
        watchBar();
        browser.await(() -> bar() > 150);
        assertTrue(browser.one("[data-uploads-chip]").isDisplayed());
        assertEquals(List.of(), browser.violations());
        cutAndReturn();
        browser.await(() -> bar() > 300);
        cutAndReturn();
        browser.await(() -> bar() > 500);
        assertNeverBack();

        browser.go("/dashboard/uploads");
        browser.await(() -> says("noble"));
        browser.screenshot("create-uploads");
        browser.one("main td a.button").click();
        assertEquals("/dashboard/images/" + id + "/progress", browser.path());
        browser.returnNetwork(0);
        watchBar();
        choose(file);
        browser.await(() -> says("noble.raw · "));
        browser.one("[data-begin]").click();

        browser.await(LONG, () -> says("The image has its data and can be used."));
        browser.screenshot("create-done");
        var image = admin.image(id);
        assertEquals("active", image.getString("status"));
        assertEquals("noble", image.getString("name"));
        assertEquals("private", image.getString("visibility"));
        assertEquals(sum, image.getString("os_hash_value"));
        assertEquals((long) MEBIBYTES * MIB, image.getJsonNumber("size").longValue());
        assertFalse(says("Uploads under way"));
        browser.requireQuiet();
    }

    private void cutAndReturn() {
        // A request that comes back before the service has given up the one that was cut is told to wait.
        browser.tolerate("upload-sessions/.* 409 ");
        browser.cutNetwork();
        browser.await(() -> says("The network is away. Trying again"));
        browser.returnNetwork(RATE);
        browser.await(() -> says("Sending"));
    }

    /** Journey 2: one of two stores fails, and is repaired without another download. */
    @Test
    void anImportNamesTheStoreThatFailedAndRepairsIt() throws IOException {
        breakStore();
        browser.login("admin", LocalServer.PASSWORD);
        browser.go("/dashboard/images/new?method=import");
        assertEquals(List.of(), browser.violations());
        Browser.type(browser.one("#url"), web.url("/disk.raw"));
        Browser.type(browser.one("#name"), "from the web");
        browser.one("#disk_format option[value=raw]").click();
        browser.one("input[name=stores][value=fragile]").click();
        browser.one("input[name=all_stores]").click();

        browser.one("[id='create:go']").click();

        String id = imageId();
        browser.await(() -> says("The image has its data and can be used."));
        browser.await(() -> says("The image store is not available."));
        browser.screenshot("create-one-store-failed");
        assertEquals(List.of(), browser.violations());
        assertEquals("fragile", admin.image(id).getString("os_glance_failed_import"));
        mendStore();
        browser.one("main td form .ui-button").click();
        browser.await(() -> says("The data is on its way to fragile again."));
        browser.await(() -> admin.image(id).getString("stores").equals("first,fragile"));
        browser.await(() -> browser.all("main .pill.ok").size() == 2);
        assertArrayEquals(WEB, admin.downloaded(id));
        assertEquals(1, web.requests().size());
        browser.requireQuiet();
    }

    /** A directory that is a file takes nothing, whoever asks. */
    private void breakStore() throws IOException {
        var store = directory.resolve("fragile");
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
        Files.createFile(store);
    }

    private void mendStore() throws IOException {
        Files.delete(directory.resolve("fragile"));
        Files.createDirectories(directory.resolve("fragile"));
    }

    /** Journey 5: a full project is told before a byte is sent, in the words of the API. */
    @Test
    void aFullProjectIsToldInTheWordsOfTheApi() throws IOException {
        String project = id(admin.post("/identity/v3/projects", "{\"project\":{\"name\":\"small\"}}"), "project");
        var limit = admin.post("/identity/v3/limits", """
                {"limits":[{"service_id":"%s","project_id":"%s","resource_name":"image_stage_total","resource_limit":1}]}
                """.formatted(service(), project));
        Api.expect(limit, 201);
        join("poor", project);
        var file = Files.write(directory.resolve("large.raw"), Bytes.noise(3 * MIB));
        browser.login("poor", PASSWORD);
        browser.go("/dashboard/images/new");

        choose(file);

        String sentence = "The project is over its limit for image_stage_total: 3 would be more than 1.";
        browser.await(() -> browser.one("#refusal").getText().contains(sentence));
        browser.screenshot("create-full");
        browser.one("#disk_format option[value=raw]").click();
        browser.one("[id='create:go']").click();
        browser.await(() -> browser.one("#messages").getText().contains(sentence));
        assertEquals("/dashboard/images/new", browser.path());
        browser.requireQuiet();
    }

    private String service() {
        var services = Api.json(admin.get("/identity/v3/services?type=image")).getJsonArray("services");
        return services.getJsonObject(0).getString("id");
    }

    private void join(String user, String project) {
        String id = id(admin.post("/identity/v3/users", """
                        {"user":{"name":"%s","password":"%s","default_project_id":"%s"}}
                        """.formatted(user, PASSWORD, project)), "user");
        String role = Api.json(admin.get("/identity/v3/roles?name=member"))
                .getJsonArray("roles")
                .getJsonObject(0)
                .getString("id");
        Api.expect(admin.bare("PUT", "/identity/v3/projects/" + project + "/users/" + id + "/roles/" + role), 204);
    }

    private static String id(java.net.http.HttpResponse<String> answer, String kind) {
        Api.expect(answer, 201);
        return Api.json(answer).getJsonObject(kind).getString("id");
    }

    /** A change that comes from elsewhere is shown without a click. */
    @Test
    void thePageKnowsWhatMovesElsewhere() {
        String id = admin.createRaw();
        browser.login("admin", LocalServer.PASSWORD);
        browser.go("/dashboard/images/" + id + "/progress");
        browser.await(() -> says("The image waits for its data."));

        Api.expect(admin.upload(id, Bytes.noise(1000)), 204);

        browser.await(() -> says("The image has its data and can be used."));
        Await.until(() -> browser.all("#live-status .status-active").size() == 1);
        browser.requireQuiet();
    }
}
