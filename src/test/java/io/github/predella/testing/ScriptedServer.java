package io.github.predella.testing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A web server on loopback that answers just as it is told, also in ways that no server should. It writes what the
 * script writes, nothing else, and ends the connection after it.
 */
public final class ScriptedServer implements Closeable {

    /** What to answer; may take its time and may fail when the client goes away. */
    @FunctionalInterface
    public interface Script {
        void answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * A request.
     *
     * @param method in capitals
     * @param target as it stands in the first line
     * @param headers by their names in lower case
     */
    public record Request(String method, String target, Map<String, String> headers) {}

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final Thread acceptor = new Thread(this::accept, "scripted-server");

    public ScriptedServer() {
        this(null);
    }

    /** @param sockets makes the listening sockets, for TLS; null for plain ones */
    public ScriptedServer(ServerSocketFactory sockets) {
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            socket = sockets == null ? new ServerSocket(0, 50, loopback) : sockets.createServerSocket(0, 50, loopback);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Answers everything at this target, query included, by the script. */
    public ScriptedServer at(String target, Script script) {
        scripts.put(target, script);
        return this;
    }

    /** Answers with these bytes, one character each; lines may end with a bare line feed and are sent complete. */
    public ScriptedServer at(String target, String answer) {
        byte[] bytes = answer.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return at(target, (request, out) -> out.write(bytes));
    }

    /** The address of a target. */
    public String url(String target) {
        return "http://127.0.0.1:" + port() + target;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What has been asked for so far. */
    public List<Request> requests() {
        return new ArrayList<>(requests);
    }

    /** How many connections are being served at the moment. */
    public int busy() {
        return busy.get();
    }

    /** The port refuses connections from then on: it does not before the thread that waits for them has gone. */
    @Override
    public void close() {
        try {
            socket.close();
            acceptor.join();
            for (Socket one : sockets) {
                one.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            System.getLogger(ScriptedServer.class.getName())
                    .log(System.Logger.Level.DEBUG, "no more connections: {0}", closed.getMessage());
        }
    }

    private void serve(Socket client) {
        busy.incrementAndGet();
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            Request request = read(in);
            requests.add(request);
            Script script = scripts.getOrDefault(
                    request.target(),
                    (unknown, out) -> out.write(
                            "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)));
            script.answer(request, client.getOutputStream());
            client.shutdownOutput();
        } catch (IOException | UnsupportedOperationException | InterruptedException gone) {
            System.getLogger(ScriptedServer.class.getName())
                    .log(System.Logger.Level.DEBUG, "the client has gone: {0}", gone.getMessage());
        } finally {
            sockets.remove(client);
            busy.decrementAndGet();
        }
    }

    private static Request read(BufferedReader in) throws IOException {
        String first = in.readLine();
        if (first == null) {
            throw new IOException("no request");
        }
        var headers = new ConcurrentHashMap<String, String>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("no request of HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String[] parts = first.split(" ", -1);
        return new Request(parts[0], parts[1], headers);
    }
}
