package io.github.predella.notify;

import io.github.predella.observe.NoticeFigures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.logging.Logger;

/** Counts the messages that nobody will get, and tells operators from time to time. Safe for use by many threads. */
final class DropReport {

    private static final Logger LOG = Logger.getLogger(DropReport.class.getName());

    /** Between two lines in the log. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Consumer<String> log;

    // Guarded by this.
    private long untold;
    private Instant silentUntil = Instant.MIN;

    DropReport(Clock clock) {
        this(clock, LOG::warning);
    }

    /** @param log takes lines for operators */
    DropReport(Clock clock, Consumer<String> log) {
        this.clock = clock;
        this.log = log;
    }

    /** @param reason in one word */
    synchronized void dropped(String reason) {
        NoticeFigures.dropped(reason);
        untold++;
        var now = clock.instant();
        if (!now.isBefore(silentUntil)) {
            log.accept("notifications are dropped (" + reason + "): " + untold + " since this was last told");
            untold = 0;
            silentUntil = now.plus(SILENCE);
        }
    }
}
