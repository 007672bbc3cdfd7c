package io.github.predella.boot;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;

/**
 * How long a node takes to stop. The defaults together stay below the 90 seconds after which systemd kills.
 *
 * @param delay for how long new requests are still accepted once load balancers are told to go elsewhere
 * @param time for how long what runs may go on after that; 0 when a node stops as any process does
 */
public record DrainSettings(
        @Setting(
                key = "predella.drain_delay",
                fallback = "5",
                says = "seconds for which a node that is told to stop still accepts connections, so that load balancers"
                        + " notice")
        Seconds delay,

        @Setting(
                key = "predella.drain_time",
                fallback = "60",
                says = "seconds for which requests and tasks that run may go on after that; 0: the node stops at once")
        Seconds time) {

    /** Whether a node is to leave in good order at all. */
    boolean isWanted() {
        return time.value() > 0;
    }
}
