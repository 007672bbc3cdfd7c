package io.github.predella.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.predella.testing.Certificate;
import io.github.predella.testing.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a server that wants to see a certificate. */
class TlsFilesTest {

    private static final int NO_CONTENT = 204;

    @TempDir
    Path directory;

    private static TlsFiles files(String authorities, String certificate, String key) {
        return new TlsFiles(path(authorities), false, path(certificate), path(key));
    }

    private static Path path(String file) {
        return file == null ? null : Path.of(file);
    }

    private static HttpsServer listening(SSLContext own) throws IOException {
        var loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        var server = HttpsServer.create(new InetSocketAddress(loopback, 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(own) {

            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = own.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static int ask(HttpsServer server, SSLContext context) throws IOException, InterruptedException {
        var address = URI.create("https://localhost:" + server.getAddress().getPort());
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void certificateIsShownToWhoWantsToSeeIt() throws IOException, InterruptedException {
        Tools.need("openssl");
        Certificate.in(directory, "rsa:2048");
        var shown = files("ca.pem", "chain.pem", "server.key").context(directory);
        var server = listening(shown);

        try {
            assertEquals(NO_CONTENT, ask(server, shown));
            assertEquals(
                    NO_CONTENT,
                    ask(server, new TlsFiles(null, true, path("chain.pem"), path("server.key")).context(directory)));
            assertThrows(
                    IOException.class,
                    () -> ask(server, files(null, "chain.pem", "server.key").context(directory)));
            assertThrows(
                    IOException.class,
                    () -> ask(
                            server, TlsFiles.trusting(Path.of("ca.pem"), false).context(directory)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void filesThatAreOfNoUseAreNamed() {
        Tools.need("openssl");
        Certificate.in(directory, "rsa:2048");

        var withoutKey = assertThrows(IllegalArgumentException.class, () -> files(null, "chain.pem", null)
                .context(directory));
        var missing = assertThrows(IllegalArgumentException.class, () -> files(null, "absent.pem", null)
                .context(directory));

        assertTrue(withoutKey.getMessage().contains("chain.pem"), withoutKey::getMessage);
        assertTrue(missing.getMessage().contains("absent.pem"), missing::getMessage);
    }
}
