package io.github.predella.signatures.barbican;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Seconds;
import io.github.predella.config.Secret;
import io.github.predella.core.Fault;
import io.github.predella.testing.ScriptedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarbicanCertificatesTest {

    private static final String ID = "0f6a3f2c-8b7e-4c1d-9a55-3f2b1c0d9e8f";
    private static final String TARGET = "/key/v1/secrets/" + ID + "/payload";
    private static final Secret TOKEN = new Secret("the-token");

    private final ScriptedServer barbican = new ScriptedServer();
    private final BarbicanCertificates certificates = at(barbican.url("/key/"));

    private static BarbicanCertificates at(String address) {
        return new BarbicanCertificates(
                new BarbicanSettings(
                        "barbican", address == null ? null : URI.create(address), "v1", true, null, new Seconds(1)),
                Path.of("."));
    }

    @AfterEach
    void stop() {
        barbican.close();
    }

    @Test
    void certificatesComeWithTheTokenOfTheCaller() {
        barbican.at(TARGET, "HTTP/1.1 200 OK\nContent-Length: 4\n\ndata");

        var found = certificates.find(ID, TOKEN);

        assertArrayEquals("data".getBytes(US_ASCII), found.orElseThrow());
        var request = barbican.requests().get(0);
        assertEquals("the-token", request.headers().get("x-auth-token"));
        assertEquals("application/octet-stream", request.headers().get("accept"));
    }

    @Test
    void secretsThatWerePutInAsTextAreAskedForAsText() {
        barbican.at(
                TARGET,
                (request, out) -> out.write((request.headers().get("accept").equals("text/plain")
                                ? "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntext"
                                : "HTTP/1.1 406 Not Acceptable\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(US_ASCII)));

        assertArrayEquals(
                "text".getBytes(US_ASCII), certificates.find(ID, TOKEN).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 410})
    void whatTheCallerMayNotHaveIsNotThere(int status) {
        barbican.at(TARGET, "HTTP/1.1 " + status + " No\nLocation: /elsewhere\nContent-Length: 0\n\n");

        assertEquals(Optional.empty(), certificates.find(ID, TOKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 503 Away\nContent-Length: 0\n\n", "", "HTTP/1.1 200 OK\nContent-Length: 5\n\ndata"})
    void brokenAnswersMeanThatItIsAway(String answer) {
        barbican.at(TARGET, answer);

        requireAway(certificates);
    }

    @Test
    void answersThatAreTooLongOrTooLateMeanThatItIsAway() {
        barbican.at(TARGET, "HTTP/1.1 200 OK\nContent-Length: 70000\n\n" + "x".repeat(70_000));
        requireAway(certificates);

        var end = new CountDownLatch(1);
        barbican.at(TARGET, (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nda".getBytes(US_ASCII));
            out.flush();
            end.await();
        });
        requireAway(certificates);
        end.countDown();
    }

    @Test
    void whereNobodyListensItIsAway() {
        String address = barbican.url("");
        barbican.close();

        requireAway(at(address));
    }

    private static void requireAway(BarbicanCertificates certificates) {
        var fault = assertThrows(Fault.class, () -> certificates.find(ID, TOKEN));

        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
        assertFalse(fault.getMessage().contains("127.0.0.1"), fault::getMessage);
    }

    @Test
    void nobodyIsAskedWithoutATokenOrAnAddress() {
        for (Secret token : new Secret[] {null, new Secret("two\r\nheaders: 1")}) {
            assertEquals(
                    Fault.Kind.INVALID,
                    assertThrows(Fault.class, () -> certificates.find(ID, token))
                            .kind());
        }

        assertEquals(Optional.empty(), at(null).find(ID, TOKEN));
        assertEquals(0, barbican.requests().size());
    }
}
