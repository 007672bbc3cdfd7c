package io.github.predella.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A page with our own scripts and, beside it, one upload session in memory that can be told to behave badly. Everything
 * is served from one origin on loopback.
 */
public final class TusServer implements AutoCloseable {

    private static final String SESSION = "/v2/images/11111111-2222-3333-4444-555555555555/upload-sessions/s1";

    /** A piece that is to go wrong: after how many bytes, and with which answer (0: the connection just ends). */
    private record Mishap(int after, int status, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Mishap> mishaps = new LinkedBlockingQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final List<String> scripts;

    // Guarded by this.
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private long length;
    private boolean gone;
    private boolean loggedOut;
    private String metadata = "";

    /** @param scripts of ours that the page has, such as {@code uploads.js} */
    public TusServer(String... scripts) {
        this.scripts = List.of(scripts);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::page);
        server.createContext("/scripts/", this::script);
        server.createContext("/v2/images/", this::session);
        server.setExecutor(threads);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Lets one of the next pieces end after so many bytes. */
    public void cutAfter(int bytes) {
        mishaps.add(new Mishap(bytes, 0, ""));
    }

    /** Lets one of the next pieces be refused. */
    public void refuse(int status, String body) {
        mishaps.add(new Mishap(0, status, body));
    }

    /** Ends the session of the page, or begins another one. */
    public synchronized void logOut(boolean out) {
        loggedOut = out;
    }

    private synchronized boolean isLoggedOut() {
        return loggedOut;
    }

    /** What came, as method and offset. */
    public List<String> requests() {
        return new ArrayList<>(requests);
    }

    public synchronized byte[] received() {
        return received.toByteArray();
    }

    public synchronized String metadata() {
        return metadata;
    }

    private void page(HttpExchange exchange) throws IOException {
        if (isLoggedOut() && exchange.getRequestURI().getPath().startsWith("/dashboard/")) {
            exchange.getResponseHeaders().set("Location", "/login");
            answer(exchange, 302, new byte[0]);
            return;
        }
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>Uploads</title>"
                + "<link rel=\"icon\" href=\"data:,\"><meta name=\"csrf-token\" content=\"proof\"></head>"
                + "<body><h1>Uploads</h1><input type=\"file\" aria-label=\"file\"><a href=\"/elsewhere\">away</a>");
        scripts.forEach(
                script -> page.append("<script src=\"/scripts/").append(script).append("\"></script>"));
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        answer(exchange, 200, page.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private void script(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/scripts/".length());
        exchange.getResponseHeaders().set("Content-Type", "text/javascript; charset=utf-8");
        answer(exchange, 200, Files.readAllBytes(Path.of("webapp/resources/predella", name)));
    }

    private void session(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String offset = header(exchange, "Upload-Offset");
        requests.add(method + (offset == null ? "" : " " + offset));
        boolean proven =
                "proof".equals(header(exchange, "X-CSRF-Token")) && "1.0.0".equals(header(exchange, "Tus-Resumable"));
        if (isLoggedOut()) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 401, new byte[0]);
        } else if (!proven) {
            answer(exchange, 403, new byte[0]);
        } else if (method.equals("POST")) {
            begin(exchange);
        } else if (isGone()) {
            answer(exchange, 404, "{\"message\":\"No such session.\"}".getBytes(StandardCharsets.UTF_8));
        } else {
            atSession(exchange, method);
        }
    }

    private void atSession(HttpExchange exchange, String method) throws IOException {
        switch (method) {
            case "HEAD" -> answer(exchange, 200, new byte[0]);
            case "GET" -> answer(exchange, 200, shown().getBytes(StandardCharsets.UTF_8));
            case "DELETE" -> end(exchange);
            case "PATCH" -> append(exchange);
            default -> answer(exchange, 405, new byte[0]);
        }
    }

    private synchronized boolean isGone() {
        return gone;
    }

    private void begin(HttpExchange exchange) throws IOException {
        synchronized (this) {
            length = Long.parseLong(header(exchange, "Upload-Length"));
            metadata = header(exchange, "Upload-Metadata");
        }
        exchange.getResponseHeaders().set("Location", address() + SESSION);
        answer(exchange, 201, new byte[0]);
    }

    private void end(HttpExchange exchange) throws IOException {
        synchronized (this) {
            gone = true;
        }
        answer(exchange, 204, new byte[0]);
    }

    private synchronized String shown() {
        byte[] data = received.toByteArray();
        int mib = 1024 * 1024;
        return """
                {"image_id":"11111111-2222-3333-4444-555555555555","offset":%d,"length":%d,
                "first_sha256":"%s","last_sha256":"%s"}""".formatted(
                        data.length,
                        length,
                        sum(Arrays.copyOf(data, Math.min(mib, data.length))),
                        sum(Arrays.copyOfRange(data, Math.max(0, data.length - mib), data.length)));
    }

    /** Like the service: one piece at a time, each where the former ended, and what has arrived before a cut is kept. */
    private void append(HttpExchange exchange) throws IOException {
        var mishap = mishaps.poll();
        if (mishap != null && mishap.status() != 0) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, mishap.status(), mishap.body().getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (Long.parseLong(header(exchange, "Upload-Offset")) != received().length
                || !busy.compareAndSet(false, true)) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 409, new byte[0]);
            return;
        }
        try {
            take(exchange, mishap == null ? Integer.MAX_VALUE : mishap.after());
        } finally {
            busy.set(false);
        }
        if (mishap == null) {
            answer(exchange, 204, new byte[0]);
        } else {
            exchange.close();
        }
    }

    private void take(HttpExchange exchange, int most) throws IOException {
        var body = exchange.getRequestBody();
        byte[] chunk = new byte[64 * 1024];
        int taken = 0;
        int count;
        while (taken < most && (count = body.read(chunk, 0, Math.min(chunk.length, most - taken))) >= 0) {
            synchronized (this) {
                received.write(chunk, 0, count);
            }
            taken += count;
        }
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Upload-Offset", String.valueOf(received().length));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private static String sum(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
