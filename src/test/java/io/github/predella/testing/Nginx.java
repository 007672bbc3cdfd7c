package io.github.predella.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A proxy that ends TLS in front of a service, with the lines that README recommends. Needs {@code nginx}. */
public final class Nginx implements AutoCloseable {

    /** The path under which the proxy offers the service a second time. */
    public static final String PREFIX = "/deep/images";

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param directory for its files
     * @param service the address behind it
     */
    public static Nginx start(Path directory, Certificate certificate, String service) {
        int port = LocalServer.freePort();
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve("nginx.conf");
            Files.writeString(file, configuration(directory, port, certificate, service));
            var process = new ProcessBuilder("nginx", "-e", "stderr", "-p", directory.toString(), "-c", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Await.until(() -> listens(port) || !process.isAlive());
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(directory.resolve("log")));
            }
            return new Nginx(process, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String configuration(Path directory, int port, Certificate certificate, String service) {
        return """
                %s
                daemon off;
                worker_processes 1;
                pid %2$s/pid;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    client_max_body_size 0;
                    server {
                        listen 127.0.0.1:%3$d ssl;
                        ssl_certificate %4$s;
                        ssl_certificate_key %5$s;
                        location / {
                            proxy_pass %6$s;
                            %8$s
                        }
                        location %7$s/ {
                            proxy_pass %6$s/;
                            %9$s
                        }
                    }
                }
                """.formatted(
                        System.getProperty("user.name").equals("root") ? "user root;" : "",
                        directory,
                        port,
                        certificate.chain(),
                        certificate.key(),
                        service,
                        PREFIX,
                        recommended(),
                        recommended().replace("X-Forwarded-Prefix \"\"", "X-Forwarded-Prefix " + PREFIX));
    }

    /** What README says about a proxy, but for the address behind it. */
    private static String recommended() {
        try (var lines = Files.lines(Path.of("README.md"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("proxy_") && !line.startsWith("proxy_pass"))
                    .collect(Collectors.joining(" "));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address by which clients come, without a slash at the end. */
    public String address() {
        return "https://localhost:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
