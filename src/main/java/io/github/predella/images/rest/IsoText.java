package io.github.predella.images.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Dates as callers write them: ISO 8601, with or without time, fraction and offset; without one they are UTC. */
final class IsoText {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd['T'][' ']")
            .optionalStart()
            .appendPattern("HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private IsoText() {}

    static Optional<Instant> parse(String text) {
        try {
            // A plus sign that the caller did not escape has become a blank on its way here.
            var date = FORM.parseBest(
                    text.strip().replaceFirst("(?<=:\\d\\d(?:\\.\\d{1,9})?) (?=\\d\\d:?\\d\\d$)", "+"),
                    OffsetDateTime::from,
                    LocalDateTime::from,
                    LocalDate::from);
            if (date instanceof OffsetDateTime withOffset) {
                return Optional.of(withOffset.toInstant());
            }
            return Optional.of(
                    date instanceof LocalDateTime time
                            ? time.toInstant(ZoneOffset.UTC)
                            : ((LocalDate) date).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
