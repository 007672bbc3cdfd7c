package io.github.predella.policy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks other services over HTTP, as oslo.policy does: a POST with the rule's name, the target and the facts about the
 * caller, each as JSON; the answer {@code True} grants. Whoever asks waits, at most for the given time.
 */
public final class HttpRules implements RemoteRules {

    private static final Logger LOG = System.getLogger(HttpRules.class.getName());

    /** Longer answers are none. */
    private static final int LONGEST = 64;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final HttpClient client;
    private final boolean asForm;
    private final Duration patience;

    /**
     * @param client which decides whom it believes; it must not follow redirects
     * @param asForm whether the three parts are fields of a form rather than members of one JSON object
     * @param patience how long an answer may take
     */
    public HttpRules(HttpClient client, boolean asForm, Duration patience) {
        this.client = client;
        this.asForm = asForm;
        this.patience = patience;
    }

    @Override
    public boolean grants(String url, String rule, PolicyTarget target, Map<String, Object> caller) {
        try {
            return ask(URI.create(url), question(rule, target, caller));
        } catch (IOException | IllegalArgumentException failure) {
            LOG.log(Level.WARNING, "The rule \"{0}\" grants nothing: {1} cannot be asked: {2}", rule, url, failure);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ask(URI url, JsonObject question) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Content-Type", asForm ? FORM : JSON)
                .POST(BodyPublishers.ofString(asForm ? form(question) : question.toString()))
                .build();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            String text = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return answer.statusCode() == 200
                    && text.replaceAll("^\"+|\"+$", "").equals("True");
        }
    }

    private static JsonObject question(String rule, PolicyTarget target, Map<String, Object> caller) {
        var attributes = new HashMap<String, Object>();
        target.names().forEach(name -> attributes.put(name, target.value(name)));
        return Json.createObjectBuilder()
                .add("rule", rule)
                .add("target", Json.createObjectBuilder(attributes))
                .add("credentials", Json.createObjectBuilder(caller))
                .build();
    }

    private static String form(JsonObject question) {
        var form = new StringBuilder();
        question.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)));
        return form.toString();
    }
}
