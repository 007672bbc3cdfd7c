package io.github.predella.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which a test may send what no well-behaved client would. */
public final class Raw implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    public Raw(URI server) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One request that asks for the connection to be closed, and everything that comes back. */
    public static String exchange(URI server, String head) {
        try (var raw = new Raw(server)) {
            return raw.send(head + "\r\nHost: localhost:" + server.getPort() + "\r\nConnection: close\r\n\r\n")
                    .all();
        }
    }

    public Raw send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public Raw send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Everything up to the end of the connection. */
    public String all() {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException open) {
            throw new AssertionError("the connection stays open after: " + all.toString(StandardCharsets.UTF_8), open);
        } catch (IOException reset) {
            // What came before the end is what counts.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** The next answer: its head, and its body as far as a length announces one. */
    public String answer() {
        try {
            var in = socket.getInputStream();
            String head = head(in);
            int length = head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
            return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The head of the next answer; its body is left unread. */
    public String head() {
        try {
            return head(socket.getInputStream());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int value;
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n") && (value = in.read()) >= 0) {
            head.write(value);
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
