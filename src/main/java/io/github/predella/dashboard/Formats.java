package io.github.predella.dashboard;

import io.github.predella.core.IsoTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How pages write sizes, numbers, times and ids. */
@Named("format")
@RequestScoped
public class Formats {

    /** What stands where there is no value. */
    public static final String NONE = "–";

    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final int SHOWN_OF_ID = 8;

    private Texts texts;
    private Preferences preferences;
    private Clock clock;

    /** For the container's proxy only. */
    protected Formats() {}

    @Inject
    public Formats(Texts texts, Preferences preferences, Clock clock) {
        this.texts = texts;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** A number of bytes in the largest unit of IEC 80000-13 that leaves at least 1, three digits of it; – for null. */
    public String bytes(Long count) {
        if (count == null) {
            return NONE;
        }
        if (count < 1024) {
            return number(count) + " B";
        }
        double value = count;
        int unit = -1;
        while (value >= 999.5 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        var form = NumberFormat.getNumberInstance(preferences.getLocale());
        form.setMaximumFractionDigits(value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
        return form.format(value) + " " + UNITS.get(Math.max(unit, 0));
    }

    /** A number of bytes in full, for whoever wants to know exactly; – for null. */
    public String exactBytes(Long count) {
        return count == null ? NONE : texts.of("frame.bytes", number(count));
    }

    /** A number with its digits grouped. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(preferences.getLocale()).format(value);
    }

    /** A time as the API writes it; – for null. */
    public String time(Instant time) {
        return time == null ? NONE : IsoTime.text(time);
    }

    /** How long ago a time was, in its largest unit; – for null. */
    public String ago(Instant time) {
        if (time == null) {
            return NONE;
        }
        var past = Duration.between(time, clock.instant());
        if (past.toMinutes() < 1) {
            return texts.get("frame.now");
        }
        if (past.toHours() < 1) {
            return texts.of("frame.minutes-ago", past.toMinutes());
        }
        if (past.toDays() < 1) {
            return texts.of("frame.hours-ago", past.toHours());
        }
        return texts.of("frame.days-ago", past.toDays());
    }

    /** The beginning and the end of an id, enough to tell it from others by eye; – for null. */
    public String shortId(String id) {
        if (id == null) {
            return NONE;
        }
        return id.length() <= SHOWN_OF_ID + 3 ? id : id.substring(0, SHOWN_OF_ID) + "…" + id.substring(id.length() - 2);
    }

    /** A share of a whole in whole percent, from 0 to 100; 0 of nothing is 0. */
    public int percent(long part, long whole) {
        return whole <= 0 ? 0 : (int) Math.max(0, Math.min(100, part * 100.0 / whole));
    }
}
