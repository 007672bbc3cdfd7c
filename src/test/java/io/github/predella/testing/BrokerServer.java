package io.github.predella.testing;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The RabbitMQ of the machine, with data of its own, listening on loopback only. It ends with the virtual machine at the
 * latest, together with the register of names that its runtime wants.
 */
public final class BrokerServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PROGRAM = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static final String USER = "ima@ge";
    private static final String PASSWORD = "p/w";
    private static final String VIRTUAL_HOST = "cloud/images";

    private final Path directory;
    private final int port = LocalServer.freePort();
    private final int tlsPort = LocalServer.freePort();
    private final Certificate certificate;
    private final Process names;
    private final int namesPort = LocalServer.freePort();
    private Process server;

    private BrokerServer(Path directory) {
        this.directory = directory;
        this.certificate = Certificate.in(directory, "rsa:2048");
        this.names = begin(List.of("epmd", "-port", "" + namesPort, "-address", "127.0.0.1"), Map.of());
    }

    /**
     * Starts a broker; the test is skipped when the machine has none.
     *
     * @param directory for its data and its log
     */
    public static BrokerServer begin(Path directory) throws IOException {
        Tools.need("epmd", "openssl");
        Tools.needFile(PROGRAM, "rabbitmq-server");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("plugins"), "[].\n");
        var broker = new BrokerServer(directory);
        Files.writeString(directory.resolve("rabbitmq.conf"), """
                listeners.tcp.1 = 127.0.0.1:%d
                listeners.ssl.1 = 127.0.0.1:%d
                ssl_options.certfile = %s
                ssl_options.keyfile = %s
                default_user = %s
                default_pass = %s
                default_vhost = %s
                """.formatted(
                        broker.port,
                        broker.tlsPort,
                        broker.certificate.chain(),
                        broker.certificate.key(),
                        USER,
                        PASSWORD,
                        VIRTUAL_HOST));
        broker.start();
        return broker;
    }

    /** Starts the broker on the data that is there; {@link #awaitReady} tells when it can be used. */
    public void start() {
        server = begin(
                List.of(PROGRAM),
                Map.ofEntries(
                        Map.entry("HOME", directory.toString()),
                        Map.entry("ERL_EPMD_PORT", "" + namesPort),
                        Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                        Map.entry(
                                "RABBITMQ_CONF_ENV_FILE",
                                directory.resolve("none").toString()),
                        Map.entry(
                                "RABBITMQ_CONFIG_FILE",
                                directory.resolve("rabbitmq.conf").toString()),
                        Map.entry(
                                "RABBITMQ_ENABLED_PLUGINS_FILE",
                                directory.resolve("plugins").toString()),
                        Map.entry("RABBITMQ_NODENAME", "predella-" + port + "@localhost"),
                        Map.entry("RABBITMQ_DIST_PORT", "" + LocalServer.freePort()),
                        Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
                        Map.entry(
                                "RABBITMQ_MNESIA_BASE",
                                directory.resolve("data").toString()),
                        Map.entry("RABBITMQ_LOG_BASE", directory.resolve("log").toString()),
                        Map.entry("RABBITMQ_PID_FILE", directory.resolve("pid").toString())));
    }

    private Process begin(List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("output").toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address in the form of the settings; before the broker's stands that of a node which does not answer. */
    public String address() {
        return "rabbit://ima%40ge:p%2Fw@127.0.0.1:" + LocalServer.freePort() + ",127.0.0.1:" + port + "/cloud%2Fimages";
    }

    /** The address at which the broker speaks TLS only. */
    public String encryptedAddress() {
        return "rabbit+ssl://ima%40ge:p%2Fw@127.0.0.1:" + tlsPort + "/cloud%2Fimages";
    }

    /** The certificate that it shows there. */
    public Certificate certificate() {
        return certificate;
    }

    /** Waits until the broker can be used, and returns a connection to it. */
    public Connection awaitReady() {
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername(USER);
        factory.setPassword(PASSWORD);
        factory.setVirtualHost(VIRTUAL_HOST);
        factory.setAutomaticRecoveryEnabled(false);
        var opened = new Connection[1];
        Await.until(PATIENCE, () -> {
            try {
                opened[0] = factory.newConnection();
                return true;
            } catch (IOException | TimeoutException notYet) {
                return !server.isAlive();
            }
        });
        if (opened[0] == null) {
            throw new IllegalStateException("the broker has ended, see " + directory.resolve("output"));
        }
        return opened[0];
    }

    /** Ends the broker in good order, so that durable messages stay. */
    public void stop() {
        server.destroy();
        try {
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        stop();
        names.destroy();
    }
}
