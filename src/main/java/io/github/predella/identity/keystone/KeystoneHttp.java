package io.github.predella.identity.keystone;

import io.github.predella.core.Jsons;
import io.github.predella.fetch.BoundedBody;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests to Keystone, bounded in time, in size and in how many there are at once, so that a Keystone that hangs holds
 * few threads of the server. Safe for use by many threads.
 */
final class KeystoneHttp {

    private static final int MOST_AT_ONCE = 64;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int MOST_BYTES = 8 << 20;

    private final HttpClient client;
    private final int retries;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /**
     * @param client the way to the server
     * @param retries how often a connection that failed is tried again
     */
    KeystoneHttp(HttpClient client, int retries) {
        this.client = client;
        this.retries = retries;
    }

    /**
     * What came back.
     *
     * @param status less than 500
     * @param token the value of {@code X-Subject-Token}, or null
     * @param body empty when it was not an object
     */
    record Answer(int status, String token, JsonObject body) {}

    /**
     * Asks, and asks again while no connection comes about.
     *
     * @throws io.github.predella.core.Fault UNAVAILABLE when there is no answer, or one that is a failure of the server
     */
    Answer send(HttpRequest request) {
        if (!entered()) {
            throw KeystoneFaults.unavailable("too many requests wait for it");
        }
        try {
            return answered(request);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw KeystoneFaults.unavailable("interrupted");
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Answer answered(HttpRequest request) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return read(twice(request));
            } catch (ConnectException | HttpConnectTimeoutException notReached) {
                if (attempt >= retries) {
                    throw KeystoneFaults.unavailable("no connection to " + place(request.uri()));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FIRST_PAUSE_MILLIS << attempt));
            } catch (IOException broken) {
                throw KeystoneFaults.unavailable(place(request.uri()) + ": " + broken.getMessage());
            }
        }
    }

    /** A kept connection may end just when it is used again; every request here may be repeated. */
    private HttpResponse<byte[]> twice(HttpRequest request) throws IOException, InterruptedException {
        try {
            return once(request);
        } catch (ConnectException | HttpTimeoutException notForNow) {
            throw notForNow;
        } catch (IOException broken) {
            return once(request);
        }
    }

    private HttpResponse<byte[]> once(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        try {
            return answer.get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            var late = new HttpTimeoutException("no answer in time");
            late.initCause(tooLong);
            throw late;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException known
                    ? known
                    : new IOException(String.valueOf(failure.getCause()), failure.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Answer read(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 500) {
            throw new IOException("it answers " + answer.statusCode());
        }
        var token = answer.headers().firstValue("X-Subject-Token").orElse(null);
        return new Answer(answer.statusCode(), token, object(answer.body()));
    }

    private static JsonObject object(byte[] body) {
        try (var json = Jsons.reader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            return json.readValue() instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        } catch (JsonException notJson) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static String place(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
