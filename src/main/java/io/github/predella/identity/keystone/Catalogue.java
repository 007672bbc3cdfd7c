package io.github.predella.identity.keystone;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of services, as a token's catalogue tells them.
 *
 * @param endpoints at most {@link #MOST} of them
 */
record Catalogue(List<Endpoint> endpoints) {

    /** More than any deployment has. */
    static final int MOST = 10_000;

    Catalogue {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * One address.
     *
     * @param type of the service
     * @param region its id; empty when it has none
     * @param side {@code public}, {@code internal} or {@code admin}
     */
    record Endpoint(String type, String region, String side, String url) {}

    /** The catalogue of a "token" object; empty when it has none. */
    static Catalogue of(JsonObject token) {
        var all = new ArrayList<Endpoint>();
        for (JsonObject service : TokenReader.objects(token, "catalog")) {
            for (JsonObject endpoint : TokenReader.objects(service, "endpoints")) {
                if (all.size() < MOST) {
                    all.add(new Endpoint(
                            service.getString("type", ""),
                            endpoint.getString("region_id", endpoint.getString("region", "")),
                            endpoint.getString("interface", ""),
                            endpoint.getString("url", "")));
                }
            }
        }
        return new Catalogue(all);
    }

    /**
     * The first address that fits.
     *
     * @param region its id in whatever letter case, or null for any
     * @return without a version and without a slash at the end
     */
    Optional<String> address(String type, String region, String side) {
        return endpoints.stream()
                .filter(endpoint ->
                        endpoint.type().equals(type) && endpoint.side().equals(side))
                .filter(endpoint -> region == null || endpoint.region().equalsIgnoreCase(region))
                .map(Endpoint::url)
                .filter(url -> url.matches("https?://[^\\s/]+\\S*"))
                .map(KeystoneLogin::plain)
                .findFirst();
    }
}
