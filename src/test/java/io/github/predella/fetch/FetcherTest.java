package io.github.predella.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.AddressText;
import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.ScriptedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FetcherTest {

    private static final FetchLimits HASTY =
            new FetchLimits(Duration.ofSeconds(2), Duration.ofMillis(600), Duration.ofMillis(300), Optional.empty(), 4);
    private static final FetchLimits PATIENT =
            new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), Optional.empty(), 4);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScriptedServer server = new ScriptedServer();
    private final AtomicInteger lookups = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
        clock.shutdownNow();
    }

    @Test
    void bytesArriveAsTheyAreSent() throws IOException {
        byte[] bytes = Bytes.noise(300_000);
        server.at("/disk?version=2", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nX-Mark: yes\r\nContent-Length: "
                    + bytes.length + "\r\n\r\n"));
            out.write(bytes);
        });

        try (Fetcher fetcher = fetcher(PATIENT);
                Fetched answer = fetcher.open(server.url("/disk?version=2#part"), FetchRequest.whole())) {
            assertEquals(200, answer.status());
            assertEquals("yes", answer.header("x-mark").orElseThrow());
            assertEquals(OptionalLong.of(bytes.length), answer.length());
            assertArrayEquals(bytes, answer.body().readAllBytes());
        }
        var headers = server.requests().get(0).headers();
        assertEquals("identity", headers.get("accept-encoding"));
        assertEquals("127.0.0.1:" + server.port(), headers.get("host"));
        assertFalse(headers.containsKey("cookie"));
    }

    @Test
    void chunksArePutTogether() throws IOException {
        server.at("/", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\n2\nde\n0\n\n");

        assertEquals("abcde", text(fetcher(PATIENT), "/"));
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnection() throws IOException {
        server.at("/", "HTTP/1.0 200 OK\n\nabc");

        assertEquals("abc", text(fetcher(PATIENT), "/"));
    }

    @Test
    void whatComesBehindTheAnnouncedLengthIsLeft() throws IOException {
        server.at("/", "HTTP/1.1 200 OK\nContent-Length: 3\n\nabcdef");

        assertEquals("abc", text(fetcher(PATIENT), "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\nContent-Length: 10\n\nabc",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nabc",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nmany\nabc\n0\n\n",
                "HTTP/1.1 200 OK\nContent-Length: -3\n\nabc",
                "HTTP/1.1 200 OK\nContent-Length: 99999999999999999999\n\nabc",
                "220 mail.example ESMTP\n",
                "HTTP/1.1",
                ""
            })
    void whatIsCutShortOrNoHttpIsBroken(String answer) {
        server.at("/", answer);

        var fault = assertThrows(FetchFault.class, () -> text(fetcher(PATIENT), "/"));

        assertEquals(FetchFault.Kind.BROKEN, fault.kind());
        assertEquals("The answer of the URL's server is broken.", fault.getMessage());
    }

    @Test
    void headersWithoutEndAreBroken() {
        server.at("/lines", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n"));
            for (int i = 0; true; i++) {
                out.write(ascii("X-" + i + ": more\r\n"));
            }
        });
        server.at("/line", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nX-Long: "));
            endless(out);
        });

        var lines = assertThrows(FetchFault.class, () -> text(fetcher(PATIENT), "/lines"));
        var line = assertThrows(FetchFault.class, () -> text(fetcher(PATIENT), "/line"));

        assertEquals(FetchFault.Kind.BROKEN, lines.kind());
        assertEquals(FetchFault.Kind.BROKEN, line.kind());
    }

    @ParameterizedTest
    @CsvSource({"'HTTP/1.1 200 OK\r\nX-Drop: ', x", "'', 'HTTP/1.1 100 Continue\r\n\r\n'"})
    void headersThatComeByDropsAreLate(String beginning, String drop) {
        server.at("/", (request, out) -> {
            out.write(ascii(beginning));
            while (true) {
                out.write(ascii(drop));
                out.flush();
                Thread.sleep(50);
            }
        });

        var fault = assertThrows(FetchFault.class, () -> text(fetcher(HASTY), "/"));

        assertEquals(FetchFault.Kind.LATE, fault.kind());
        Await.until(() -> server.busy() == 0);
    }

    @Test
    void anAnswerThatDoesNotComeIsLate() {
        server.at("/", (request, out) -> Thread.sleep(30_000));

        var fault = assertThrows(FetchFault.class, () -> text(fetcher(HASTY), "/"));

        assertEquals(FetchFault.Kind.LATE, fault.kind());
        assertEquals("The server of the URL takes too long.", fault.getMessage());
    }

    @Test
    void aBodyThatStandsStillIsLate() throws IOException {
        server.at("/", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"));
            Thread.sleep(30_000);
        });

        try (Fetched answer = fetcher(HASTY).open(server.url("/"), FetchRequest.whole())) {
            assertEquals(3, answer.body().readNBytes(3).length);

            var fault = assertThrows(FetchFault.class, () -> answer.body().read());

            assertEquals(FetchFault.Kind.LATE, fault.kind());
        }
    }

    @Test
    void aBodyThatComesByDropsEndsWithTheTotalTime() throws IOException {
        server.at("/", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        });

        try (Fetched answer =
                fetcher(HASTY).open(server.url("/"), FetchRequest.whole().within(Duration.ofMillis(500)))) {
            var fault = assertThrows(FetchFault.class, () -> answer.body().readAllBytes());

            assertEquals(FetchFault.Kind.LATE, fault.kind());
        }
    }

    @Test
    void aFetcherMayHaveATotalTimeForAllItsRequests() throws IOException {
        server.at("/", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
            }
        });
        var limits = PATIENT.within(Duration.ofSeconds(20), Duration.ofMillis(500));

        try (Fetched answer = fetcher(limits).open(server.url("/"), FetchRequest.whole())) {
            var fault = assertThrows(FetchFault.class, () -> answer.body().readAllBytes());

            assertEquals(FetchFault.Kind.LATE, fault.kind());
        }
    }

    @Test
    void aBodyOutlastsTheTimeForItsHeaders() throws IOException {
        server.at("/", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"));
            for (int i = 0; i < 10; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        });

        assertEquals("xxxxxxxxxx", text(fetcher(HASTY), "/"));
    }

    @Test
    void closingAnEndlessBodyEndsItsConnection() throws IOException {
        server.at("/known", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n"));
            endless(out);
        });
        server.at("/chunked", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
            while (true) {
                out.write(ascii("4\r\nabcd\r\n"));
            }
        });
        Fetcher fetcher = fetcher(PATIENT);

        for (int i = 0; i < 12; i++) {
            Fetched answer = fetcher.open(server.url(i % 2 == 0 ? "/known" : "/chunked"), FetchRequest.whole());
            assertEquals(1, answer.body().readNBytes(1).length);
            answer.body().close();
        }

        Await.until(() -> server.busy() == 0);
        fetcher.close();
    }

    @Test
    void moreConnectionsThanAllowedAreNotMade() throws IOException {
        server.at("/", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n"));
            endless(out);
        });
        Fetcher fetcher = fetcher(new FetchLimits(
                Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(20), Optional.empty(), 2));
        Fetched first = fetcher.open(server.url("/"), FetchRequest.whole());
        Fetched second = fetcher.open(server.url("/"), FetchRequest.whole());

        var fault = assertThrows(FetchFault.class, () -> fetcher.open(server.url("/"), FetchRequest.whole()));

        assertEquals(FetchFault.Kind.UNREACHABLE, fault.kind());
        first.close();
        fetcher.open(server.url("/"), FetchRequest.whole()).close();
        second.close();
        fetcher.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreFollowed(int status) throws IOException {
        server.at("/a/from?x=1", "HTTP/1.1 " + status + " Go\nLocation: ../to?y=2#z\nContent-Length: 9\n\nelsewhere");
        server.at("/to?y=2", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");

        assertEquals("ok", text(fetcher(PATIENT), "/a/from?x=1"));
    }

    @Test
    void aRedirectThatChangesTheQueryAloneKeepsThePath() throws IOException {
        server.at("/a/b", "HTTP/1.1 302 Go\nLocation: ?page=2\nContent-Length: 0\n\n");
        server.at("/a/b?page=2", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");

        assertEquals("ok", text(fetcher(PATIENT), "/a/b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "//inner.example/",
                "http://2130706433/",
                "http://0x7f000001/",
                "file:///etc/passwd",
                "gopher://127.0.0.1/",
                "http://user:word@127.0.0.1/"
            })
    void redirectsInwardAreRefused(String place) {
        server.at("/", "HTTP/1.1 302 Go\nLocation: " + place + "\nContent-Length: 0\n\n");

        var fault = assertThrows(FetchFault.class, () -> text(fetcher(PATIENT), "/"));

        assertEquals(FetchFault.Kind.REFUSED, fault.kind());
        assertEquals(1, server.requests().size());
    }

    @Test
    void fiveRedirectsAreFollowedAndNoMore() throws IOException {
        for (int i = 0; i < 6; i++) {
            server.at("/" + i, "HTTP/1.1 302 Go\nLocation: /" + (i + 1) + "\nContent-Length: 0\n\n");
        }
        server.at("/6", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");

        var fault = assertThrows(FetchFault.class, () -> text(fetcher(PATIENT), "/0"));

        assertEquals("The URL redirects too often.", fault.getMessage());
        assertEquals("ok", text(fetcher(PATIENT), "/1"));
    }

    @Test
    void aRedirectWithEndlessBodyIsNotReadThrough() throws IOException {
        server.at("/", (request, out) -> {
            out.write(ascii("HTTP/1.1 302 Go\r\nLocation: /to\r\n\r\n"));
            endless(out);
        });
        server.at("/to", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");

        assertEquals("ok", text(fetcher(PATIENT), "/"));
        Await.until(() -> server.busy() == 0);
    }

    @Test
    void headersStayWithTheServerTheyAreMeantFor() throws IOException {
        try (var other = new ScriptedServer()) {
            other.at("/", "HTTP/1.1 302 Go\nLocation: " + server.url("/back") + "\nContent-Length: 0\n\n");
            server.at("/", "HTTP/1.1 302 Go\nLocation: /here\nContent-Length: 0\n\n");
            server.at("/here", "HTTP/1.1 302 Go\nLocation: " + other.url("/") + "\nContent-Length: 0\n\n");
            server.at("/back", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
            var request = FetchRequest.whole().header("X-Auth-Token", "secret").range(0, 1);

            fetcher(PATIENT).open(server.url("/"), request).close();

            var own = server.requests();
            assertEquals("secret", own.get(0).headers().get("x-auth-token"));
            assertEquals("secret", own.get(1).headers().get("x-auth-token"));
            assertFalse(other.requests().get(0).headers().containsKey("x-auth-token"));
            assertFalse(own.get(2).headers().containsKey("x-auth-token"));
            assertEquals("bytes=0-1", own.get(2).headers().get("range"));
        }
    }

    @Test
    void aNameIsAskedForOnceAndTheConnectionGoesToTheAnswer() throws IOException {
        server.at("/", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");

        try (Fetched answer =
                fetcher(PATIENT).open("http://rebinding.example:" + server.port() + "/", FetchRequest.whole())) {
            assertEquals("ok", new String(answer.body().readAllBytes(), StandardCharsets.US_ASCII));
        }

        assertEquals(1, lookups.get());
        assertEquals(
                "rebinding.example:" + server.port(),
                server.requests().get(0).headers().get("host"));
    }

    @Test
    void aNameThatLeadsInsideIsRefused() {
        var fault = assertThrows(FetchFault.class, () -> fetcher(PATIENT).check("http://inner.example/"));

        assertEquals(FetchFault.Kind.REFUSED, fault.kind());
    }

    @Test
    void theNextAddressIsTriedWhenOneDoesNotAnswer() throws IOException {
        server.at("/", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");

        try (Fetched answer =
                fetcher(PATIENT).open("http://half.example:" + server.port() + "/", FetchRequest.whole())) {
            assertEquals(200, answer.status());
        }
    }

    @Test
    void aClosedPortIsToldWithoutItsNumber() {
        int port = server.port();
        String url = server.url("/");
        server.close();

        var fault = assertThrows(FetchFault.class, () -> fetcher(PATIENT).open(url, FetchRequest.whole()));

        assertEquals("The server of the URL cannot be reached.", fault.getMessage());
        assertFalse(fault.getMessage().contains(Integer.toString(port)));
    }

    @Test
    void aPathOfManySlashesIsAskedForAsItIs() throws IOException {
        server.at("//a//b%2Fc", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");

        assertEquals("ok", text(fetcher(PATIENT), "//a//b%2Fc"));
    }

    @ParameterizedTest
    @CsvSource({
        "'http://[2606:4700::1111]:80/disk', 'http://[2606:4700:0:0:0:0:0:1111]:80/disk', '[2606:4700:0:0:0:0:0:1111]:80'",
        "'http://my_public.example/disk', 'http://my_public.example/disk', my_public.example"
    })
    void hostsArriveInTheirUsualForm(String url, String target, String host) throws IOException {
        server.at(target, "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
        var proxy = Map.of("http", InetSocketAddress.createUnresolved("127.0.0.1", server.port()));

        try (var fetcher = new Fetcher(admission(), Trust.inSystemAuthorities(), PATIENT, clock, proxy);
                Fetched answer = fetcher.open(url, FetchRequest.whole())) {
            assertEquals(200, answer.status(), server.requests().toString());
        }
        assertEquals(host, server.requests().get(0).headers().get("host"));
    }

    @Test
    void headAsksForHeadersAlone() throws IOException {
        server.at("/", "HTTP/1.1 200 OK\nContent-Length: 123456789012\n\n");

        try (Fetched answer = fetcher(PATIENT).open(server.url("/"), FetchRequest.head())) {
            assertEquals(OptionalLong.of(123_456_789_012L), answer.length());
            assertEquals(-1, answer.body().read());
        }
        assertEquals("HEAD", server.requests().get(0).method());
    }

    @Test
    void anotherStatusIsNoData() throws IOException {
        Fetched answer = fetcher(PATIENT).open(server.url("/missing"), FetchRequest.whole());

        var fault = assertThrows(FetchFault.class, answer::requireData);

        assertEquals("The server of the URL answered with status 404.", fault.getMessage());
    }

    @Test
    void aProxyIsAskedForTheWholeUrl() throws IOException {
        server.at("http://public.example/disk", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
        var proxy = Map.of("http", InetSocketAddress.createUnresolved("127.0.0.1", server.port()));

        try (var fetcher = new Fetcher(admission(), Trust.inSystemAuthorities(), PATIENT, clock, proxy);
                Fetched answer = fetcher.open("http://public.example/disk", FetchRequest.whole())) {
            assertEquals(200, answer.status());
        }
        assertEquals("public.example", server.requests().get(0).headers().get("host"));
    }

    private Fetcher fetcher(FetchLimits limits) {
        return new Fetcher(admission(), Trust.inSystemAuthorities(), limits, clock);
    }

    private Admission admission() {
        return new Admission(UrlRule.ANY, AddressRule.allowing(List.of("127.0.0.0/8")), this::look);
    }

    private List<InetAddress> look(String name) throws UnknownHostException {
        int before = lookups.getAndIncrement();
        return switch (name) {
            case "rebinding.example." -> List.of(address(before == 0 ? "127.0.0.1" : "10.0.0.1"));
            case "inner.example." -> List.of(address("10.0.0.1"));
            case "half.example." -> List.of(address("127.0.0.2"), address("127.0.0.1"));
            case "public.example.", "my_public.example." -> List.of(address("8.8.8.8"));
            default -> throw new UnknownHostException(name);
        };
    }

    private String text(Fetcher fetcher, String target) throws IOException {
        try (fetcher;
                Fetched answer = fetcher.open(server.url(target), FetchRequest.whole())) {
            return new String(answer.body().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void endless(OutputStream out) throws IOException {
        var block = new byte[8192];
        Arrays.fill(block, (byte) 'x');
        while (true) {
            out.write(block);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static InetAddress address(String text) {
        return AddressText.read(text).orElseThrow();
    }
}
