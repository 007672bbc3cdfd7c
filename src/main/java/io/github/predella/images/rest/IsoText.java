package io.github.predella.images.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Dates as callers write them: ISO 8601, with or without time, fraction and offset; without one they are UTC. */
final class IsoText {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd['T'][' ']")
            .optionalStart()
            .appendPattern("HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** What every database can compare with. */
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private IsoText() {}

    static Optional<Instant> parse(String text) {
        try {
            // A plus sign that the caller did not escape has become a blank on its way here.
            var date = FORM.parseBest(
                    text.strip().replaceFirst("(?<=:\\d\\d(?:\\.\\d{1,9})?) (?=\\d\\d:?\\d\\d$)", "+"),
                    OffsetDateTime::from,
                    LocalDateTime::from,
                    LocalDate::from);
            return Optional.of(instant(date)).filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor date) {
        if (date instanceof OffsetDateTime withOffset) {
            return withOffset.toInstant();
        }
        return date instanceof LocalDateTime time
                ? time.toInstant(ZoneOffset.UTC)
                : ((LocalDate) date).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
