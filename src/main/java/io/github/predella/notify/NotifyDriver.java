package io.github.predella.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways on which notices may leave, as the settings name them. */
public enum NotifyDriver {
    /** None. */
    NOOP,
    /** Into the log. */
    LOG,
    /** Over a broker, without an envelope. */
    MESSAGING,
    /** Over a broker. */
    MESSAGINGV2;

    /** The driver of that name; throws {@link IllegalArgumentException} with a sentence for operators. */
    static NotifyDriver of(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("[oslo_messaging_notifications] driver = " + name
                        + " is not one of "
                        + Arrays.stream(values()).map(NotifyDriver::wireName).collect(Collectors.joining(", "))));
    }

    private static Optional<NotifyDriver> find(String name) {
        return Arrays.stream(values())
                .filter(driver -> driver.wireName().equals(name.strip()))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it needs a broker. */
    boolean isRemote() {
        return this == MESSAGING || this == MESSAGINGV2;
    }
}
