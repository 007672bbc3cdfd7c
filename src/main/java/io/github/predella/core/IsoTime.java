package io.github.predella.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The timestamp text of the API: UTC, {@code YYYY-MM-DDTHH:MM:SSZ}, without a fraction of a second. */
public final class IsoTime {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private IsoTime() {}

    /** The text of an instant; null stays null. */
    public static String text(Instant instant) {
        return instant == null ? null : SECONDS.format(instant);
    }
}
