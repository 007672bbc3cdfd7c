package io.github.predella.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Jsons;
import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LocalServer;
import io.github.predella.testing.Packed;
import io.github.predella.testing.ScriptedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * URLs that lead where nobody may go, and servers that answer as none should: each is refused with a reason, nothing of
 * it stays, and the same image can be imported from elsewhere afterwards. One address of the machine itself is open, so
 * that there is a server to answer; no other spelling of it and no other way to it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileAddressesE2E {

    private static final byte[] WEB = Bytes.noise(200_000);
    private static final int CAP = 4 * 1024 * 1024;
    private static final int PATIENCE = 2;
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private Path directory;
    private ScriptedServer web;
    private LocalServer server;
    private Api owner;
    private String id;

    @BeforeAll
    void start(@TempDir Path temporary) {
        directory = temporary;
        web = new ScriptedServer();
        redirects();
        brokenAnswers();
        slowAnswers();
        server = LocalServer.start(
                temporary.resolve("data"),
                Map.of(
                        "DEFAULT.image_size_cap",
                        String.valueOf(CAP),
                        "import_filtering_opts.allowed_ports",
                        "",
                        "predella.fetch_allowed_networks",
                        "127.0.0.1/32",
                        "predella.fetch_patience",
                        String.valueOf(PATIENCE),
                        "predella.fetch_time",
                        "5",
                        "predella.hard_quotas",
                        "true",
                        "predella.image_size_total",
                        "1000",
                        "predella.image_stage_total",
                        "1000"));
        owner = Api.admin(URI.create(server.address()));
    }

    private void redirects() {
        redirect("/to-metadata", "http://169.254.169.254/latest/meta-data/");
        redirect("/to-number", "http://2130706433:" + web.port() + "/good");
        redirect("/to-mapped", "http://[::ffff:7f00:2]/");
        redirect("/to-file", "file:///etc/passwd");
        redirect("/to-ftp", "ftp://127.0.0.1/disk");
        redirect("/to-user", "http://user:word@127.0.0.1:" + web.port() + "/good");
        redirect("/to-other-host", "//10.0.0.1/disk");
        redirect("/to-second-hop", "/to-metadata");
        redirect("/to-itself", "/to-itself");
    }

    private void brokenAnswers() {
        web.at("/good", (request, out) -> {
                    out.write(ascii(OK + "Content-Length: " + WEB.length + "\r\n\r\n"));
                    out.write(WEB);
                })
                .at("/too-short", "HTTP/1.1 200 OK\nContent-Length: 100\n\nhalf")
                .at("/too-short-in-chunks", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nabc")
                .at("/two-lengths", "HTTP/1.1 200 OK\nContent-Length: 3\nContent-Length: 4\n\nabcd")
                .at("/negative", "HTTP/1.1 200 OK\nContent-Length: -1\n\nabcd")
                .at("/no-http", "220 mail.example ESMTP\n")
                .at("/silence", "")
                .at("/forbidden", "HTTP/1.1 403 No\nContent-Length: 3\n\nno!")
                .at("/part", "HTTP/1.1 206 Part\nContent-Range: bytes 0-2/9\nContent-Length: 3\n\nabc")
                .at("/too-much-announced", (request, out) -> {
                    out.write(ascii(OK + "Content-Length: 5000000\r\n\r\n"));
                    flood(out, WEB);
                })
                .at("/not-for-this-project", (request, out) -> {
                    out.write(ascii(OK + "Content-Length: 999999999999\r\n\r\n"));
                    flood(out, WEB);
                })
                .at("/endless", (request, out) -> {
                    out.write(ascii(OK + "\r\n"));
                    flood(out, WEB);
                })
                .at("/endless-chunks", (request, out) -> {
                    out.write(ascii(OK + "Transfer-Encoding: chunked\r\n\r\n"));
                    flood(out, ascii("10\r\n0123456789abcdef\r\n".repeat(1000)));
                })
                .at("/endless-headers", (request, out) -> {
                    out.write(ascii(OK));
                    flood(out, ascii("X-More: more\r\n".repeat(1000)));
                })
                .at("/endless-header", (request, out) -> {
                    out.write(ascii(OK + "X-More: "));
                    flood(out, ascii("more".repeat(1000)));
                });
    }

    private void slowAnswers() {
        web.at("/stalled", (request, out) -> {
                    out.write(ascii(OK + "Content-Length: 100\r\n\r\nhalf"));
                    TimeUnit.SECONDS.sleep(2 * PATIENCE);
                })
                .at("/no-answer", (request, out) -> TimeUnit.SECONDS.sleep(2 * PATIENCE))
                .at("/headers-by-drops", (request, out) -> {
                    out.write(ascii(OK + "X-Drops: "));
                    drip(out);
                })
                .at("/body-by-drops", (request, out) -> {
                    out.write(ascii(OK + "Content-Length: 100000\r\n\r\n"));
                    drip(out);
                });
    }

    private void redirect(String from, String to) {
        web.at(from, "HTTP/1.1 302 Found\nLocation: " + to + "\nContent-Length: 0\n\n");
    }

    private static void flood(OutputStream out, byte[] bytes) throws IOException {
        while (true) {
            out.write(bytes);
        }
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            out.write('x');
            out.flush();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    @AfterAll
    void stop() {
        web.close();
        server.close();
    }

    @BeforeEach
    void make() {
        id = owner.createRaw();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.0.0.1./",
                "http://%31%32%37.0.0.1/",
                "http://127.0.0.1%2f.example.com/",
                "http://①②⑦.0.0.1/",
                "http://127。0。0。1/",
                "http://user@127.0.0.1/",
                "http://user:word@127.0.0.1/",
                "http://example.com@127.0.0.1/",
                "http://127.0.0.1\\@example.com/",
                "http://127.0.0.2/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.2]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[::7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::a00:1]/",
                "http://[2002:7f00:1::1]/",
                "http://[2001:0:7f00:1::1]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25lo]/",
                "http://[fd00::1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://0.0.0.0/",
                "//127.0.0.1/",
                "http:/127.0.0.1/",
                "file:///etc/passwd",
                "ftp://127.0.0.1/disk",
                "gopher://127.0.0.1/disk",
                "jar:http://127.0.0.1/disk.jar!/disk"
            })
    void whatLeadsInsideIsRefusedAtOnce(String url) {
        var before = owner.image(id);

        assertEquals(400, download(url).statusCode());

        assertEquals(before, owner.image(id));
        assertTrue(tasks().isEmpty());
        theNextTryWorks();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/to-metadata         | The URL is not one that this service may fetch.",
                "/to-number           | The URL is not one that this service may fetch.",
                "/to-mapped           | The URL is not one that this service may fetch.",
                "/to-file             | The URL is not one that this service may fetch.",
                "/to-ftp              | The URL is not one that this service may fetch.",
                "/to-user             | The URL is not one that this service may fetch.",
                "/to-other-host       | The URL is not one that this service may fetch.",
                "/to-second-hop       | The URL is not one that this service may fetch.",
                "/to-itself           | The URL redirects too often.",
                "/too-short           | The answer of the URL's server is broken.",
                "/too-short-in-chunks | The answer of the URL's server is broken.",
                "/two-lengths         | The answer of the URL's server is broken.",
                "/negative            | The answer of the URL's server is broken.",
                "/no-http             | The answer of the URL's server is broken.",
                "/silence             | The answer of the URL's server is broken.",
                "/endless-headers     | The answer of the URL's server is broken.",
                "/endless-header      | The answer of the URL's server is broken.",
                "/forbidden           | The server of the URL answered with status 403.",
                "/part                | The server of the URL answered with status 206.",
                "/too-much-announced  | Image exceeds the maximum size of 4194304 bytes.",
                "/not-for-this-project| The project is over its limit for image_stage_total: 953675 would be more than 1000.",
                "/endless             | Image exceeds the maximum size of 4194304 bytes.",
                "/endless-chunks      | Image exceeds the maximum size of 4194304 bytes.",
                "/stalled             | The server of the URL takes too long.",
                "/no-answer           | The server of the URL takes too long.",
                "/headers-by-drops    | The server of the URL takes too long.",
                "/body-by-drops       | The server of the URL takes too long.",
            })
    void whatAnswersBadlyFailsWithAReason(String target, String reason) {
        Api.expect(download(web.url(target)), 202);

        var image = ended();
        assertEquals("queued", image.getString("status"));
        assertTrue(image.isNull("size") && image.isNull("checksum"), image::toString);
        assertEquals("failure", tasks().get(0).getString("status"));
        assertEquals(reason, tasks().get(0).getString("message"));
        nothingStays();
        theNextTryWorks();
    }

    @Test
    void whatComesBehindTheAnnouncedEndIsNoneOfTheImages() {
        web.at("/too-long", "HTTP/1.1 200 OK\nContent-Length: 3\n\nabcdef");

        Api.expect(download(web.url("/too-long")), 202);

        assertEquals("active", ended().getString("status"));
        assertArrayEquals(ascii("abc"), downloaded());
    }

    @Test
    void whatIsPackedForTheWayIsNotUnfolded() {
        byte[] packed = Packed.zeros("gzip", 8);
        web.at("/packed", (request, out) -> {
            out.write(ascii(OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n"));
            out.write(packed);
        });

        Api.expect(download(web.url("/packed")), 202);

        assertEquals("active", ended().getString("status"));
        assertArrayEquals(packed, downloaded());
    }

    private void theNextTryWorks() {
        Api.expect(download(web.url("/good")), 202);

        assertEquals("active", ended().getString("status"));
        assertArrayEquals(WEB, downloaded());
        Api.expect(owner.delete("/v2/images/" + id), 204);
        nothingStays();
    }

    /** No file with the image's name, nothing that counts as staged or on its way, and no connection. */
    private void nothingStays() {
        Await.until(() -> files().isEmpty() && web.busy() == 0);
        var usage = Api.json(owner.get("/v2/info/usage")).getJsonObject("usage");
        assertEquals(0, usage.getJsonObject("image_stage_total").getInt("usage"));
        assertEquals(0, usage.getJsonObject("image_count_uploading").getInt("usage"));
    }

    private HttpResponse<String> download(String url) {
        var method = Jsons.object().add("name", "web-download").add("uri", url);
        return owner.post(
                "/v2/images/" + id + "/import",
                Jsons.object().add("method", method).build().toString());
    }

    /** The image once no task has it any more. */
    private JsonObject ended() {
        Await.until(() -> !tasks().get(0).getString("status").matches("pending|processing")
                && !owner.image(id).containsKey("os_glance_import_task"));
        return owner.image(id);
    }

    /** The newest one first. */
    private List<JsonObject> tasks() {
        return Api.json(owner.get("/v2/images/" + id + "/tasks"))
                .getJsonArray("tasks")
                .getValuesAs(JsonObject.class);
    }

    private byte[] downloaded() {
        return owner.send(
                        "GET",
                        "/v2/images/" + id + "/file",
                        Map.of(),
                        BodyPublishers.noBody(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    private List<Path> files() {
        try (var all = Files.walk(directory.resolve("data"))) {
            return all.filter(file -> file.getFileName().toString().contains(id))
                    .toList();
        } catch (IOException | UncheckedIOException movedMeanwhile) {
            return List.of(directory);
        }
    }
}
