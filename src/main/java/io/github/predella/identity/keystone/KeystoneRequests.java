package io.github.predella.identity.keystone;

import io.github.predella.identity.keystone.KeystoneHttp.Answer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;

/**
 * The requests of the Identity API v3 that this service makes. Addresses come without a version. Safe for use by many
 * threads; every method throws {@link io.github.predella.core.Fault} UNAVAILABLE when there is no proper answer.
 */
final class KeystoneRequests {

    /** Everything else in a header could be two headers, and no Keystone gives out such tokens. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    /** Says that this service keeps to access rules; without it Keystone does not tell of tokens that have some. */
    private static final String ACCESS_RULES = "OpenStack-Identity-Access-Rules";

    private final KeystoneHttp http;

    KeystoneRequests(KeystoneHttp http) {
        this.http = http;
    }

    /** Whether a text could be a token at all; nothing else may be sent. */
    static boolean couldBeToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** Asks for a token. */
    Answer authenticate(String address, JsonObject body) {
        return http.send(to(address, "/auth/tokens")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Looks at something, as the holder of a token. */
    Answer get(String address, String path, String token) {
        return http.send(to(address, path).header("X-Auth-Token", token).GET().build());
    }

    /**
     * Asks what a token is worth.
     *
     * @param ended whether it may have ended
     * @param asker the token of the asker
     */
    Answer inspect(String address, String token, boolean ended, String asker) {
        return http.send(to(address, "/auth/tokens?nocatalog=1" + (ended ? "&allow_expired=1" : ""))
                .header("X-Auth-Token", asker)
                .header("X-Subject-Token", token)
                .header(ACCESS_RULES, "1.0")
                .GET()
                .build());
    }

    /** Makes a token void on behalf of its holder. */
    Answer revoke(String address, String token) {
        return http.send(to(address, "/auth/tokens")
                .header("X-Auth-Token", token)
                .header("X-Subject-Token", token)
                .DELETE()
                .build());
    }

    private static HttpRequest.Builder to(String address, String path) {
        return HttpRequest.newBuilder(URI.create(address + "/v3" + path)).header("Accept", "application/json");
    }
}
