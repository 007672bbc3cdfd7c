package io.github.predella.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.AddressText;
import io.github.predella.testing.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of its own for {@code images.example} and {@code 127.0.0.1}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustTest {

    private static final String WORD = "testing";

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private Path directory;

    private Path certificate;
    private ScriptedServer server;

    @BeforeAll
    void serve(@TempDir Path home) throws IOException, InterruptedException, GeneralSecurityException {
        directory = home;
        Path keys = directory.resolve("keys.p12");
        certificate = directory.resolve("server.pem");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "SAN=dns:images.example,ip:127.0.0.1",
                "-alias",
                "server",
                "-keystore",
                keys.toString(),
                "-storepass",
                WORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-file",
                certificate.toString(),
                "-alias",
                "server",
                "-keystore",
                keys.toString(),
                "-storepass",
                WORD);
        server = new ScriptedServer(context(keys).getServerSocketFactory());
        server.at("/", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
    }

    @AfterAll
    void stop() {
        server.close();
        clock.shutdownNow();
    }

    @Test
    void aServerThatNobodyKnowsIsNotBelieved() {
        var fault = assertThrows(FetchFault.class, () -> status(Trust.inSystemAuthorities(), "127.0.0.1"));

        assertEquals(FetchFault.Kind.UNREACHABLE, fault.kind());
        assertEquals("There is no secure connection to be had with the server of the URL.", fault.getMessage());
    }

    @Test
    void anAuthorityOfTheOperatorIsBelievedForAddressesAndNames() throws IOException {
        var trust = Trust.inAuthorities(certificate);

        assertEquals(200, status(trust, "127.0.0.1"));
        assertEquals(200, status(trust, "images.example"));
    }

    @Test
    void theNameIsVerifiedThoughTheConnectionGoesToAnAddress() {
        var fault = assertThrows(FetchFault.class, () -> status(Trust.inAuthorities(certificate), "elsewhere.example"));

        assertEquals(FetchFault.Kind.UNREACHABLE, fault.kind());
    }

    @Test
    void everybodyIsBelievedWhenTheOperatorSaysSo() throws IOException {
        assertEquals(200, status(Trust.inEverybody(), "elsewhere.example"));
    }

    @Test
    void aFileWithoutCertificatesIsTheOperatorsMistake() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        Path wrong = Files.writeString(directory.resolve("wrong.pem"), "no certificate");

        assertThrows(IllegalArgumentException.class, () -> Trust.inAuthorities(empty));
        assertThrows(IllegalArgumentException.class, () -> Trust.inAuthorities(wrong));
    }

    private int status(Trust trust, String host) throws IOException {
        var admission = new Admission(UrlRule.ANY, AddressRule.allowing(List.of("127.0.0.1")), TrustTest::look);
        try (var fetcher = new Fetcher(admission, trust, FetchLimits.STANDARD, clock);
                Fetched answer = fetcher.open("https://" + host + ":" + server.port() + "/", FetchRequest.whole())) {
            return answer.status();
        }
    }

    private static List<InetAddress> look(String name) throws UnknownHostException {
        return List.of(AddressText.read("127.0.0.1").orElseThrow(() -> new UnknownHostException(name)));
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, WORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, WORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(arguments));
        command.add(
                0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
