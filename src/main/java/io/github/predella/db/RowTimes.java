package io.github.predella.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as the tables hold them: UTC without a zone, to the microsecond at most. Null stays null. */
public final class RowTimes {

    private RowTimes() {}

    public static LocalDateTime utc(Instant instant) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    public static Instant instant(LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    /** A time of a row that no entity reads: which type it comes in differs between the databases. */
    public static LocalDateTime read(Object time) {
        return time instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) time;
    }
}
