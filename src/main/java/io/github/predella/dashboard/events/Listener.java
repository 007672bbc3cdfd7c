package io.github.predella.dashboard.events;

import io.github.predella.core.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A page that listens, on behalf of whoever opened it. It listens for some minutes and opens another stream then, so
 * that nobody is told anything for long after a logout. For the thread of the watch only, once it has been added.
 */
final class Listener {

    /** That anything may have moved. */
    static final String EVERYTHING = "*";

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** Proxies take a connection for dead on which nothing moves for a minute or so. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    /** Keys in one event; pages look at everything rather than at more. */
    private static final int MOST_KEYS = 100;

    private final Caller caller;
    private final String session;
    private final Outlet outlet;
    private final Instant end;
    private Instant heard;
    private boolean fresh = true;

    /** @param session what all pages of one login have in common */
    Listener(Caller caller, String session, Outlet outlet, Instant now) {
        this.caller = caller;
        this.session = session;
        this.outlet = outlet;
        this.end = now.plus(LIFE);
        this.heard = now;
    }

    Caller caller() {
        return caller;
    }

    String session() {
        return session;
    }

    /** Whether it has not been told yet what moved between the making of its page and its coming. */
    boolean isFresh() {
        return fresh;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    /** Tells what has moved; nothing is sent for no keys. */
    void tell(Set<String> keys, Instant now) {
        fresh = false;
        if (!keys.isEmpty()) {
            String text = keys.size() > MOST_KEYS ? EVERYTHING : String.join(" ", keys);
            outlet.send("event: moved\ndata: " + text + "\n\n");
            heard = now;
        }
    }

    /** Sends a comment when nothing else has been sent for a while. */
    void beat(Instant now) {
        if (Duration.between(heard, now).compareTo(LONGEST_SILENCE) >= 0) {
            outlet.send(":\n\n");
            heard = now;
        }
    }

    void end() {
        outlet.end();
    }
}
