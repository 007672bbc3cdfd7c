package io.github.predella.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who visits the dashboard with what a browser is without scripts: cookies and forms. */
public final class PageVisitor {

    private static final Pattern PROOF = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    /** A stranger; redirects are answers like any other. */
    public PageVisitor(URI base) {
        this(base, HttpClient.newBuilder());
    }

    /** As above, with a way to connect of its own. */
    public PageVisitor(URI base, HttpClient.Builder client) {
        this.base = base;
        this.client = client.cookieHandler(cookies).build();
    }

    /** Sends the form of the login page. */
    public HttpResponse<String> logIn(String page, String user, String password) {
        return post(page, Map.of("login", "login", "login:name", user, "login:password", password, "login:go", ""));
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(with(headers, HttpRequest.newBuilder(base.resolve(path))));
    }

    /** Sends a form of a page. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        var form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&jakarta.faces.ViewState=stateless"));
        return send(with(headers, request));
    }

    private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends any request with the cookies that the visitor has. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The proof that a page carries for its scripts. */
    public String proof(String path) {
        var found = PROOF.matcher(get(path).body());
        if (!found.find()) {
            throw new AssertionError(path + " carries no proof");
        }
        return found.group(1);
    }

    /** The cookies that the visitor has. */
    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Where an answer leads to. */
    public static Optional<String> target(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(to -> to.getRawQuery() == null ? to.getPath() : to.getPath() + "?" + to.getRawQuery());
    }
}
