package io.github.predella.identity.keystone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.predella.config.Settings;
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
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS between this service and a Keystone that wants to see a certificate. */
class KeystoneTrustTest {

    private static final int NO_CONTENT = 204;

    @TempDir
    Path directory;

    private SSLContext context(Map<String, String> files) {
        var properties = new HashMap<String, String>();
        files.forEach((key, file) -> properties.put("keystone_authtoken." + key, file));
        var settings = Settings.load(properties, Map.of("OS_GLANCE_CONFIG_DIR", directory.toString()));
        return KeystoneTrust.context(settings.read(KeystoneSettings.class), settings.directory());
    }

    private static HttpsServer keystone(SSLContext own) throws IOException {
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
        var shown = context(Map.of("cafile", "ca.pem", "certfile", "chain.pem", "keyfile", "server.key"));
        var server = keystone(shown);

        try {
            assertEquals(NO_CONTENT, ask(server, shown));
            assertThrows(IOException.class, () -> ask(server, context(Map.of("cafile", "ca.pem"))));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void filesThatAreOfNoUseAreNamed() {
        Tools.need("openssl");
        Certificate.in(directory, "rsa:2048");

        var withoutKey = assertThrows(IllegalArgumentException.class, () -> context(Map.of("certfile", "chain.pem")));
        var missing = assertThrows(IllegalArgumentException.class, () -> context(Map.of("certfile", "absent.pem")));

        assertTrue(withoutKey.getMessage().contains("chain.pem"), withoutKey::getMessage);
        assertTrue(missing.getMessage().contains("absent.pem"), missing::getMessage);
    }
}
