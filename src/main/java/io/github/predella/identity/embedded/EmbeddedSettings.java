package io.github.predella.identity.embedded;

import io.github.predella.config.Seconds;
import io.github.predella.config.Secret;
import io.github.predella.config.Setting;
import java.util.Map;

/**
 * Settings of the built-in identity service.
 *
 * @param tokenLifetime from one minute to seven days
 * @param adminPassword the password the first start gives the administrator; null lets it make one up
 * @param region the id of the service's own region, 1 to 64 characters
 * @param otherRegions addresses of the image services of other regions, by the ids of the regions
 */
public record EmbeddedSettings(
        @Setting(key = "token.expiration", fallback = "3600", says = "seconds a token of the built-in identity lives")
        Seconds tokenLifetime,

        @Setting(
                key = "predella.admin_password",
                says = "password the first start gives the user admin; made up and shown once when not set")
        Secret adminPassword,

        @Setting(
                key = "predella.region",
                fallback = "RegionOne",
                says = "id of the region in the catalogue of the built-in identity")
        String region,

        @Setting(
                key = "predella.other_regions",
                fallback = "",
                says = "image services of other regions in that catalogue, as region:http://host:port, …")
        Map<String, String> otherRegions) {

    private static final long SHORTEST = 60;
    private static final long LONGEST = 7L * 24 * 60 * 60;
    private static final int LONGEST_REGION = 64;

    public EmbeddedSettings {
        if (tokenLifetime.value() < SHORTEST || tokenLifetime.value() > LONGEST) {
            throw new IllegalArgumentException("[token] expiration must be from " + SHORTEST + " to " + LONGEST);
        }
        if (adminPassword != null && adminPassword.value().isBlank()) {
            throw new IllegalArgumentException("[predella] admin_password must not be blank");
        }
        if (region.isBlank() || region.length() > LONGEST_REGION) {
            throw new IllegalArgumentException(
                    "[predella] region must have from 1 to " + LONGEST_REGION + " characters");
        }
        otherRegions.forEach((other, address) -> {
            if (other.length() > LONGEST_REGION || other.equalsIgnoreCase(region)) {
                throw new IllegalArgumentException(
                        "[predella] other_regions names the own region, or one with too long an id: " + other);
            }
            if (!address.matches("https?://[^\\s/]+\\S*")) {
                throw new IllegalArgumentException("[predella] other_regions: not an address: " + address);
            }
        });
    }
}
