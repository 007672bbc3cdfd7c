package io.github.predella.fetch;

import java.time.Duration;

/**
 * How long a server may keep us waiting, and how many may at the same time.
 *
 * @param connect for a connection to one address, and again for its TLS
 * @param answer for the headers of the last answer, all redirects included
 * @param stall for the next byte
 * @param connections open ones at most; who wants one more waits as long as for a connection
 */
public record FetchLimits(Duration connect, Duration answer, Duration stall, int connections) {

    /** Limits for servers on the public network. */
    public static final FetchLimits STANDARD =
            new FetchLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), 256);
}
