package io.github.predella.images;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import java.time.Duration;

/**
 * What becomes of the data of deleted images.
 *
 * @param delayed whether it is kept for a while
 * @param keep how long it is kept at least, 0 for until the next look
 * @param lookEvery time between two looks for data whose time is over; 0 counts as a second
 * @param atOnce images whose data is removed at the same time, 1 to 100
 */
public record DeletionSettings(
        @Setting(
                key = "DEFAULT.delayed_delete",
                fallback = "false",
                says = "whether the data of deleted images is kept for a while")
        boolean delayed,

        @Setting(
                key = "DEFAULT.scrub_time",
                fallback = "0",
                says = "seconds for which the data of a deleted image is kept, when it is kept")
        Seconds keep,

        @Setting(
                key = "DEFAULT.wakeup_time",
                fallback = "300",
                says = "seconds between two looks for kept data whose time is over")
        Seconds lookEvery,

        @Setting(
                key = "DEFAULT.scrub_pool_size",
                fallback = "1",
                says = "deleted images whose kept data is removed at the same time")
        int atOnce) {

    private static final int MOST_AT_ONCE = 100;

    public DeletionSettings {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("scrub_pool_size is not between 1 and " + MOST_AT_ONCE);
        }
    }

    /** How much time lies between two looks, at least a second. */
    Duration pace() {
        return Duration.ofSeconds(Math.max(1, lookEvery.value()));
    }
}
