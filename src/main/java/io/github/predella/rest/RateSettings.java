package io.github.predella.rest;

import io.github.predella.config.Setting;
import java.util.Locale;
import java.util.Map;

/**
 * How many requests a caller may make.
 *
 * @param perMinute by kind of request; kinds that are missing have no limit
 */
public record RateSettings(
        @Setting(
                key = "predella.rate_limits",
                says = "requests a minute of one caller at one node, as reads:600,writes:120,logins:30; not set: any")
        Map<String, String> perMinute) {

    private static final int MOST = 1_000_000;

    public RateSettings {
        perMinute = Map.copyOf(perMinute);
        for (var limit : perMinute.entrySet()) {
            if (!isKind(limit.getKey())) {
                throw new IllegalArgumentException(
                        "rate_limits has " + limit.getKey() + ", which is none of reads, writes and logins");
            }
            if (!limit.getValue().matches("[1-9]\\d{0,6}") || Integer.parseInt(limit.getValue()) > MOST) {
                throw new IllegalArgumentException("rate_limits has " + limit.getKey() + ":" + limit.getValue()
                        + ", which is not a number from 1 to " + MOST);
            }
        }
    }

    private static boolean isKind(String name) {
        for (RateLimits.Kind kind : RateLimits.Kind.values()) {
            if (wireName(kind).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Requests of a kind in a minute; 0 for any number. */
    int of(RateLimits.Kind kind) {
        return Integer.parseInt(perMinute.getOrDefault(wireName(kind), "0"));
    }

    private static String wireName(RateLimits.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
