package io.github.predella.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a server may keep us waiting, and how many may at the same time.
 *
 * @param connect for a connection to one address, and again for its TLS
 * @param answer for the headers of the last answer, all redirects included
 * @param stall for the next byte
 * @param total for everything up to the last byte, unless a request sets its own time; empty when there is no end
 * @param connections open ones at most; who wants one more waits as long as for a connection
 */
public record FetchLimits(
        Duration connect, Duration answer, Duration stall, Optional<Duration> total, int connections) {

    /** Limits for servers on the public network. */
    public static final FetchLimits STANDARD = new FetchLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), Optional.empty(), 256);

    /** The same for a server that may send nothing for so long, and that has to be done in that time. */
    public FetchLimits within(Duration silence, Duration all) {
        return new FetchLimits(connect, silence, silence, Optional.of(all), connections);
    }
}
