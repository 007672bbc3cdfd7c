package io.github.predella.identity.keystone;

import io.github.predella.identity.keystone.KeystoneHttp.Answer;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.function.Function;

/**
 * One Keystone, asked with this service's own token. Safe for use by many threads; every method throws {@link
 * io.github.predella.core.Fault} UNAVAILABLE when Keystone does not answer as it should, and so it does when the service
 * has no token.
 */
final class KeystoneClient {

    private static final int UNAUTHORIZED = 401;

    private final KeystoneRequests requests;
    private final OwnToken own;
    private final String address;
    private final String region;
    private final String side;

    /**
     * @param http the way there
     * @param login as whom
     * @param region whose address is taken from the catalogue, null for any
     * @param side which of the addresses
     */
    KeystoneClient(KeystoneHttp http, KeystoneLogin login, String region, String side, Clock clock) {
        this.requests = new KeystoneRequests(http);
        this.own = new OwnToken(login, requests, clock);
        this.address = login.authUrl();
        this.region = region;
        this.side = side;
    }

    /** What a token is worth, to this service. */
    Answer inspect(String token, boolean ended) {
        return asService(held -> requests.inspect(place(held), token, ended, held.text()));
    }

    /** Looks at something as this service. */
    Answer get(String path) {
        return asService(held -> requests.get(place(held), path, held.text()));
    }

    /** A token for somebody else. */
    Answer authenticate(JsonObject body) {
        return requests.authenticate(address, body);
    }

    /** Looks at something as somebody else. */
    Answer getAs(String token, String path) {
        return requests.get(address, path, token);
    }

    /** Makes somebody else's token void. */
    Answer revoke(String token) {
        return requests.revoke(address, token);
    }

    /** Where services are. */
    Catalogue catalogue() {
        return own.get().catalogue();
    }

    /** The catalogue's address if it has one, as in the reference; people log in where this service does. */
    private String place(OwnToken.Held held) {
        return held.catalogue().address("identity", region, side).orElse(address);
    }

    private Answer asService(Function<OwnToken.Held, Answer> request) {
        var held = own.get();
        var answer = request.apply(held);
        if (answer.status() == UNAUTHORIZED) {
            answer = request.apply(own.insteadOf(held));
        }
        if (answer.status() == UNAUTHORIZED) {
            throw KeystoneFaults.unavailable("this service's token is refused");
        }
        return answer;
    }
}
