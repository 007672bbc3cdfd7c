package io.github.predella.store.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.fetch.AddressRule;
import io.github.predella.flow.ByteRange;
import io.github.predella.store.Location;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.ReadOnlyStoreContract;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import io.github.predella.store.StoreSettings;
import io.github.predella.store.file.FileStoreProvider;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpStoreTest implements ReadOnlyStoreContract {

    /** What a server knows of HTTP. */
    private enum Knows {
        RANGES,
        LENGTHS,
        CHUNKS
    }

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScriptedServer server = new ScriptedServer();
    private final HttpStore store = provider("127.0.0.0/8").create("under-test", Map.of());

    @AfterEach
    void stop() {
        store.close();
        server.close();
        clock.shutdownNow();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public Location foreign() {
        return at("http://somebody@127.0.0.1:" + server.port() + "/object");
    }

    @Override
    public Location given(byte[] bytes) {
        return served(bytes, Knows.RANGES);
    }

    @Override
    public Location missing() {
        return at(server.url("/nothing"));
    }

    @ParameterizedTest
    @EnumSource(Knows.class)
    void aStretchIsReadFromEveryServer(Knows knows) throws IOException {
        byte[] bytes = Bytes.noise(50_000);
        Location location = served(bytes, knows);

        try (InputStream in = store.open(location, new ByteRange(20_000, 10_000))) {
            assertArrayEquals(Arrays.copyOfRange(bytes, 20_000, 30_000), in.readAllBytes());
        }
    }

    @Test
    void ofAServerThatKnowsRangesOnlyTheStretchIsAskedFor() throws IOException {
        Location location = served(Bytes.noise(50_000), Knows.RANGES);

        store.open(location, new ByteRange(20_000, 10_000)).close();

        assertEquals("bytes=20000-29999", server.requests().get(0).headers().get("range"));
    }

    @ParameterizedTest
    @EnumSource(Knows.class)
    void aStretchBehindTheEndNeverEndsEarlyInSilence(Knows knows) {
        Location location = served(new byte[10], knows);

        assertThrows(IOException.class, () -> {
            try (InputStream in = store.open(location, new ByteRange(5, 6))) {
                in.readAllBytes();
            } catch (StoreFault fault) {
                assertEquals(StoreFault.Kind.INVALID, fault.kind());
                throw new IOException(fault);
            }
        });
        assertThrows(StoreFault.class, () -> store.open(location, new ByteRange(11, 1))
                .close());
    }

    @Test
    void theSizeComesWithTheFirstByteWhenHeadIsNotAnswered() {
        server.at(
                "/object",
                (request, out) -> out.write(ascii(
                        request.method().equals("HEAD")
                                ? "HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n"
                                : "HTTP/1.1 206 Part\r\nContent-Range: bytes 0-0/777\r\nContent-Length: 1\r\n\r\nx")));

        assertEquals(OptionalLong.of(777), store.size(at(server.url("/object"))));
    }

    @Test
    void theSizeOfChunksIsUnknown() {
        Location location = served(new byte[10], Knows.CHUNKS);

        assertEquals(OptionalLong.empty(), store.size(location));
    }

    @Test
    void anotherRangeThanTheWantedOneIsNotTaken() {
        server.at("/object", "HTTP/1.1 206 Part\nContent-Range: bytes 0-4/10\nContent-Length: 5\n\nabcde");

        var fault = assertThrows(StoreFault.class, () -> store.open(at(server.url("/object")), new ByteRange(5, 5))
                .close());

        assertEquals(StoreFault.Kind.UNAVAILABLE, fault.kind());
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "410, NOT_FOUND", "401, DENIED", "403, DENIED", "500, UNAVAILABLE", "204, UNAVAILABLE"
    })
    void eachStatusMeansSomething(int status, StoreFault.Kind kind) {
        server.at("/object", "HTTP/1.1 " + status + " So\nContent-Length: 0\n\n");
        Location location = at(server.url("/object"));

        var opening = assertThrows(StoreFault.class, () -> store.open(location).close());
        var sizing = assertThrows(StoreFault.class, () -> store.size(location));

        assertEquals(kind, opening.kind());
        assertEquals(kind, sizing.kind());
    }

    @Test
    void innerAddressesAreDenied() {
        HttpStore strict = provider("10.9.9.9").create("under-test", Map.of());
        Location location = served(new byte[3], Knows.RANGES);

        var fault = assertThrows(StoreFault.class, () -> strict.open(location).close());
        var adopting = assertThrows(StoreFault.class, () -> strict.adopt(location.address()));

        assertEquals(StoreFault.Kind.DENIED, fault.kind());
        assertEquals(StoreFault.Kind.DENIED, adopting.kind());
        assertEquals(List.of(), server.requests());
        strict.close();
    }

    @Test
    void aServerThatIsGoneIsUnavailable() {
        Location location = at(server.url("/object"));
        server.close();

        var fault = assertThrows(StoreFault.class, () -> store.open(location).close());

        assertEquals(StoreFault.Kind.UNAVAILABLE, fault.kind());
    }

    @Test
    void theProviderSaysThatItOnlyReads() {
        var provider = provider("127.0.0.0/8");

        assertFalse(provider.writable());
        assertTrue(provider.schemes().contains("https"));
    }

    @Test
    void theSingleStoreFormReadsFromTheWebWithoutBeingTold(@TempDir Path images) {
        Map<String, String> options = Map.of("filesystem_store_datadir", images.toString());
        var settings = StoreSettings.read(
                null, section -> section.equals(StoreSettings.SECTION) ? options : Map.of(), images.toString());

        try (var stores =
                StoreRegistry.open(settings, List.of(new FileStoreProvider(Runnable::run), provider("127.0.0.0/8")))) {
            var holding = stores.holding(new Location(server.url("/object"), null, Map.of()));

            assertEquals("file", stores.standard().id());
            assertEquals("http", holding.orElseThrow().id());
            assertFalse(holding.orElseThrow().writable());
        }
    }

    @Test
    void aProxyStandsBetween() throws IOException {
        server.at("http://8.8.8.8/object", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
        var options =
                Map.of("http_proxy_information", "{http:127.0.0.1:" + server.port() + ",https:proxy.example:3128}");

        try (HttpStore proxied = provider("127.0.0.0/8").create("under-test", options);
                InputStream in = proxied.open(at("http://8.8.8.8/object"))) {
            assertArrayEquals(ascii("ok"), in.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3128", "ftp:proxy:3128", "http:proxy", "http:proxy:99999"})
    void whatIsNoProxyIsTheOperatorsMistake(String text) {
        var options = Map.of("http_proxy_information", text);

        assertThrows(
                IllegalArgumentException.class,
                () -> provider("127.0.0.0/8").create("under-test", options).close());
    }

    @Test
    void certificatesThatCannotBeReadAreTheOperatorsMistake() {
        var missing = Map.of("https_ca_certificates_file", "/nowhere/ca.pem");
        var unclear = Map.of("https_insecure", "perhaps");

        assertThrows(IllegalArgumentException.class, () -> HttpStoreSettings.of(missing));
        assertThrows(IllegalArgumentException.class, () -> HttpStoreSettings.of(unclear));
    }

    private HttpStoreProvider provider(String allowed) {
        return new HttpStoreProvider(AddressRule.allowing(List.of(allowed)), clock);
    }

    private Location served(byte[] bytes, Knows knows) {
        String target = "/object-" + bytes.length;
        server.at(target, (request, out) -> {
            String range = request.headers().get("range");
            int first = 0;
            int last = bytes.length - 1;
            String status = "200 OK";
            String range206 = "";
            if (knows == Knows.RANGES && range != null) {
                String[] ends = range.substring("bytes=".length()).split("-", -1);
                first = Integer.parseInt(ends[0]);
                last = Math.min(last, Integer.parseInt(ends[1]));
                status = first > last ? "416 No" : "206 Part";
                range206 = "Content-Range: bytes " + (first > last ? "*" : first + "-" + last) + "/" + bytes.length
                        + "\r\n";
            }
            int count = Math.max(0, last - first + 1);
            String length = knows == Knows.CHUNKS ? "Connection: close" : "Content-Length: " + count;
            out.write(ascii("HTTP/1.1 " + status + "\r\n" + range206 + length + "\r\n\r\n"));
            if (!request.method().equals("HEAD") && count > 0) {
                out.write(bytes, first, count);
            }
        });
        return at(server.url(target));
    }

    private static Location at(String url) {
        return Location.in("under-test", url);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
