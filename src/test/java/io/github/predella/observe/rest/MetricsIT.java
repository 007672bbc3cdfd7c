package io.github.predella.observe.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Api;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Personas;
import io.github.predella.testing.Scrape;
import io.github.predella.testing.SharedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a running service tells about itself. */
@SharedServer
@RunAsClient
public class MetricsIT {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- figures -->\n";
    private static final String END = "<!-- /figures -->";
    private static final String REQUESTS = "predella_http_requests_total";

    @ArquillianResource
    private URL address;

    private URI server;
    private Api owner;

    @BeforeEach
    void enter() {
        server = URI.create(address.toString());
        owner = Personas.at(server).owner();
    }

    private Scrape scrape() {
        return Scrape.of(Api.stranger(server).get("/metrics").body());
    }

    @Test
    public void figuresAreOursAlone() {
        var answer = Api.stranger(server).get("/metrics");

        var scrape = Scrape.of(answer.body());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/plain; version=0.0.4"));
        assertTrue(scrape.helps().keySet().stream().allMatch(name -> name.matches("(predella|jvm|process)_.*")));
        assertEquals(1, scrape.sum("predella_ready", Map.of()));
        assertEquals(1, scrape.sum("predella_info", Map.of()));
        assertTrue(scrape.sum("predella_database_connections", Map.of()) >= 1);
        assertEquals(48, scrape.sum("predella_database_connections_max", Map.of()));
        assertEquals(404, Api.stranger(server).get("/metrics/base").statusCode());
        assertFalse(scrape.valuesOf("version").contains("unknown"));
    }

    @Test
    public void requestCountsUnderItsTemplate() {
        String id = owner.createRaw();
        var shown = Map.of("door", "v2", "route", "/v2/images/{id}", "method", "GET", "status", "200");
        var missing = Map.of("door", "v2", "route", "/v2/images/{id}", "method", "GET", "status", "404");
        var before = scrape();

        owner.get("/v2/images/" + id);
        owner.get("/v2.9/images/" + id);
        owner.get("/v2/images/not-there");
        owner.get("/v2/what/is/this");

        var after = scrape();
        assertEquals(2, after.sum(REQUESTS, shown) - before.sum(REQUESTS, shown));
        assertEquals(1, after.sum(REQUESTS, missing) - before.sum(REQUESTS, missing));
        assertTrue(after.sum(REQUESTS, Map.of("route", "other", "door", "v2")) >= 1);
        assertTrue(after.sum("predella_http_request_duration_seconds_count", Map.of("route", "/v2/images/{id}")) >= 3);
        assertTrue(after.valuesOf("route").stream().noneMatch(route -> route.contains(id)));
    }

    @Test
    public void dataCountsOnItsWayInAndOut() {
        byte[] data = Bytes.noise(300_000);
        var before = scrape();

        String id = owner.createActive(data);
        owner.downloaded(id);
        owner.send("GET", "/v2/images/" + id + "/file?prefer=", Map.of(), BodyPublishers.noBody());

        // The server is told of the end of an answer a little after the client.
        Await.until(() -> downloads(scrape()) - downloads(before) == 2);
        var after = scrape();
        assertEquals(data.length, grown("predella_received_bytes_total", Map.of("way", "upload"), before, after));
        assertEquals(data.length, grown("predella_sent_bytes_total", Map.of("way", "sendfile"), before, after));
        assertEquals(data.length, grown("predella_sent_bytes_total", Map.of("way", "stream"), before, after));
        assertEquals(data.length, grown("predella_store_written_bytes_total", Map.of("store", "local"), before, after));
        Await.until(() -> scrape().sum("predella_downloads_in_progress", Map.of()) == 0);
        assertTrue(after.sum("predella_store_free_bytes", Map.of("store", "local")) > 0);
    }

    private static double downloads(Scrape scrape) {
        return scrape.sum(REQUESTS, Map.of("route", "/v2/images/{id}/file", "method", "GET"));
    }

    private static double grown(String name, Map<String, String> labels, Scrape before, Scrape after) {
        return after.sum(name, labels) - before.sum(name, labels);
    }

    @Test
    public void alertsAndPanelsAskForWhatThereIs() throws IOException {
        var scrape = afterSomeWork();

        for (String expression : Expressions.all()) {
            assertEquals(Set.of(), Expressions.unknown(expression, scrape.labelsByName()), expression);
        }
    }

    /** Some figures appear only when there is something to tell. */
    private Scrape afterSomeWork() {
        String id = owner.createRaw();
        owner.stage(id, Bytes.noise(10));
        owner.post("/v2/images/" + id + "/import", "{\"method\":{\"name\":\"glance-direct\"}}");
        owner.ended(id);
        Await.until(() -> scrape().sum("predella_task_duration_seconds_count", Map.of()) > 0);
        return scrape();
    }

    /** With {@code -Dreadme=write} the test writes the list instead. */
    @Test
    public void readmeListsTheFigures() throws IOException {
        var scrape = afterSomeWork();
        String readme = Files.readString(README);
        String before = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
        String after = readme.substring(readme.indexOf(END));
        if ("write".equals(System.getProperty("readme"))) {
            Files.writeString(README, before + table(scrape) + after);
        }

        assertEquals(before + table(scrape) + after, Files.readString(README));
    }

    private static String table(Scrape scrape) {
        return scrape.helps().entrySet().stream()
                .filter(figure -> figure.getKey().startsWith("predella_"))
                .map(figure -> "| `" + figure.getKey() + "` | " + scrape.types().get(figure.getKey()) + " | "
                        + labels(scrape, figure.getKey()) + " | " + figure.getValue() + " |\n")
                .collect(Collectors.joining("", "| Figure | Type | Labels | Meaning |\n|---|---|---|---|\n", ""));
    }

    private static String labels(Scrape scrape, String family) {
        var byName = scrape.labelsByName();
        return String.join(", ", byName.getOrDefault(family, byName.getOrDefault(family + "_count", Set.of())));
    }

    @Test
    public void whatProxiesPassOnIsNotForTheirReaders() {
        var answer = Api.stranger(server)
                .send("GET", "/metrics", Map.of("X-Forwarded-For", "192.0.2.1"), BodyPublishers.noBody());

        assertEquals(403, answer.statusCode());
    }
}
