package io.github.predella.dashboard.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Browser;
import io.github.predella.testing.Browser.Visitor;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Tools;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What people do with images that are there, in a real browser: find, look, copy, change many at once, take back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImagesE2E {

    private static final byte[] DATA = "what the image holds".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path directory;

    private LocalServer server;
    private Api admin;
    private Browser browser;

    @BeforeAll
    void open() {
        var settings = new HashMap<String, String>();
        settings.put("DEFAULT.enabled_backends", "fast:file,ceph:file");
        settings.put("glance_store.default_backend", "fast");
        settings.put("fast.filesystem_store_datadir", directory.resolve("fast").toString());
        settings.put("ceph.filesystem_store_datadir", directory.resolve("ceph").toString());
        settings.put("DEFAULT.delayed_delete", "true");
        settings.put("DEFAULT.scrub_time", "3600");
        server = LocalServer.start(directory, settings);
        admin = Api.admin(URI.create(server.address()));
        browser = Browser.open(server.address(), Visitor.USUAL);
        browser.login("admin", LocalServer.PASSWORD);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        server.close();
    }

    private String image(String name, String more) {
        return admin.create(
                "{\"name\":\"" + name + "\",\"disk_format\":\"raw\",\"container_format\":\"bare\"" + more + "}");
    }

    private String active(String name) {
        String id = image(name, ",\"os_distro\":\"debian\"");
        Api.expect(admin.upload(id, DATA), 204);
        return id;
    }

    private void choose(String select, String value) {
        browser.one(select)
                .findElement(By.cssSelector("option[value='" + value + "']"))
                .click();
    }

    private int count(String selector) {
        return browser.all(selector).size();
    }

    @Test
    void imageIsCopiedToASecondStoreAndBothCopiesAreVerified() {
        String id = active("to be copied");

        browser.go("/dashboard/images/" + id + "/locations");
        assertEquals(1, count("#places-rows tbody tr"));
        choose("select[id$=target]", "ceph");
        browser.one("button[id$=copy]").click();
        browser.await(() -> count("#places-rows tbody tr") == 2 && count("#places-rows .pill.ok") >= 2);
        for (int row = 0; row < 2; row++) {
            int verified = row;
            browser.await(() -> count("#places-rows button") > 2);
            browser.all("#places-rows tbody tr")
                    .get(row)
                    .findElement(By.tagName("button"))
                    .click();
            browser.await(() -> texts("#places-rows tbody tr").get(verified).contains("intact"));
        }

        assertEquals(2, admin.image(id).getString("stores").split(",").length);
        browser.requireQuiet();
    }

    private List<String> texts(String selector) {
        return browser.all(selector).stream().map(WebElement::getText).toList();
    }

    @Test
    void copiedCommandsWorkUnchanged() throws Exception {
        Tools.need("openstack", "glance", "curl");
        String id = active("it's a \"name\"");
        Files.writeString(directory.resolve("clouds.yaml"), """
                clouds:
                  here:
                    auth:
                      auth_url: %s/identity/v3
                      username: admin
                      password: %s
                      project_name: admin
                      user_domain_id: default
                      project_domain_id: default
                """.formatted(server.address(), LocalServer.PASSWORD));

        browser.go("/dashboard/images/" + id + "/api");
        List<String> commands = browser.all(".snippet [data-copy]").stream()
                .map(button -> button.getDomAttribute("data-copy"))
                .toList();

        assertTrue(run(commands.get(0)).contains(id));
        run(commands.get(1));
        try (var files = Files.list(directory)) {
            Path saved = files.filter(file -> file.toString().endsWith(".raw"))
                    .findFirst()
                    .orElseThrow();
            assertArrayEquals(DATA, Files.readAllBytes(saved));
        }
        assertTrue(run(commands.get(2)).contains(id));
        assertTrue(run(commands.get(3)).contains("\"id\":\"" + id + "\""));
        assertFalse(String.join("\n", commands).contains(admin.token()));
    }

    private String run(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("OS_CLOUD", "here");
        builder.environment()
                .put("OS_CLIENT_CONFIG_FILE", directory.resolve("clouds.yaml").toString());
        // The older client reads no file; these are the variables that its users have set.
        if (command.startsWith("glance")) {
            builder.environment().remove("OS_CLOUD");
            builder.environment().put("OS_AUTH_URL", server.address() + "/identity/v3");
            builder.environment().put("OS_USERNAME", "admin");
            builder.environment().put("OS_PASSWORD", LocalServer.PASSWORD);
            builder.environment().put("OS_PROJECT_NAME", "admin");
            builder.environment().put("OS_USER_DOMAIN_ID", "default");
            builder.environment().put("OS_PROJECT_DOMAIN_ID", "default");
            builder.environment().put("OS_IDENTITY_API_VERSION", "3");
        }
        var process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), command);
        assertEquals(0, process.exitValue(), () -> command + "\n" + printed);
        return printed;
    }

    @Test
    void listIsNarrowedSortedAndWalkedByItsAddress() {
        IntStream.range(0, 30).forEach(i -> image("walk %02d".formatted(i), ",\"tags\":[\"walk\"]"));

        browser.go("/dashboard/images?tag=walk&sort=name%3Aasc");
        assertEquals(25, count(".images tbody tr"));
        assertEquals("1–25 of 30", browser.one(".foot span").getText());
        assertTrue(texts(".images .title").get(0).contains("walk 00"));
        browser.one("a[rel=next]").click();
        browser.await(() -> browser.one(".foot span").getText().equals("26–30 of 30"));
        assertEquals(0, count("a[rel=next]"));
        browser.one("a[rel=prev]").click();
        browser.await(() -> browser.one(".foot span").getText().equals("1–25 of 30"));
        browser.one(".filters .chip.chosen").click();
        browser.await(() -> !browser.path().contains("tag="));

        browser.go("/dashboard/images?q=walk+07");
        assertEquals(List.of("walk 07"), texts(".images .title"));
        browser.go("/dashboard/images?q=nothing+is+called+so");
        assertTrue(browser.text().contains("Nothing matches"));
        browser.requireQuiet();
    }

    @Test
    void severalImagesAreChangedAtOnceAfterALook() {
        List<String> ids = IntStream.range(0, 7)
                .mapToObj(i -> image("bulk " + i, ",\"tags\":[\"bulk\"]"))
                .toList();
        Api.expect(admin.patch(ids.get(0), "[{\"op\":\"replace\",\"path\":\"/protected\",\"value\":true}]"), 200);

        browser.go("/dashboard/images?tag=bulk");
        assertFalse(browser.one(".bulk").isDisplayed());
        browser.one("[data-pick-all]").click();
        assertTrue(browser.one("[data-picked]").getText().startsWith("7 "));
        choose("#bulk", "delete");
        browser.one(".bulk button").click();
        browser.await(() -> browser.text().contains("6 of 7 will change."));
        assertTrue(browser.text().contains("The image is protected."));
        browser.one("button[id$=go]").click();
        browser.await(() -> browser.text().contains("Type 6 to confirm"));
        assertEquals(
                7,
                Api.json(admin.get("/v2/images?tag=bulk"))
                        .getJsonArray("images")
                        .size());
        Browser.type(browser.one("input[id$=typed]"), "6");
        browser.one("button[id$=go]").click();
        browser.await(() -> browser.path().equals("/dashboard/images?tag=bulk"));
        assertTrue(browser.one(".notice.done").getText().contains("6 images are changed."));

        assertEquals(
                1,
                Api.json(admin.get("/v2/images?tag=bulk"))
                        .getJsonArray("images")
                        .size());
        browser.requireQuiet();
    }

    @Test
    void deletedImageComesBackFromTheBin() {
        String id = active("to come back");

        browser.go("/dashboard/images/" + id);
        browser.go("/dashboard/images/change?do=delete&id=" + id + "&back=/dashboard/images/" + id);
        browser.one("button[id$=go]").click();
        browser.await(() -> browser.path().equals("/dashboard/images"));
        browser.go("/dashboard/bin");
        assertTrue(browser.text().contains("to come back"));
        browser.all("tbody tr").stream()
                .filter(row -> row.getText().contains("to come back"))
                .findFirst()
                .orElseThrow()
                .findElement(By.cssSelector("td.acts button"))
                .click();
        browser.await(() -> browser.path().equals("/dashboard/images/" + id));

        assertEquals("active", admin.image(id).getString("status"));
        browser.requireQuiet();
    }

    @Test
    void dataAndListsAreDownloadedWithTheSessionAlone() throws Exception {
        String id = active("镜像 \"one\"");
        browser.go("/dashboard/images");

        var data = fetched("/dashboard/images/" + id + "/file");
        assertEquals(200, data.statusCode());
        assertArrayEquals(DATA, data.body());
        assertTrue(data.headers().firstValue("Content-Disposition").orElse("").contains("UTF-8''%E9%95%9C"));
        var list = fetched("/dashboard/images/export?form=csv");
        assertEquals(200, list.statusCode());
        assertTrue(new String(list.body(), StandardCharsets.UTF_8).contains(id));
        var stranger = HttpClient.newHttpClient()
                .send(request("/dashboard/images/export?form=csv").build(), BodyHandlers.ofString());
        assertFalse(stranger.body().contains(id));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<byte[]> fetched(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request(path).header("Cookie", browser.cookies()).build(), BodyHandlers.ofByteArray());
    }
}
