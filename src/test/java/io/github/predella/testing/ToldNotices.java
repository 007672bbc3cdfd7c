package io.github.predella.testing;

import io.github.predella.notify.Notice;
import io.github.predella.notify.Notifications;
import io.github.predella.notify.NotifySettings;
import io.github.predella.notify.Postman;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps what is told to other services, as if every transaction succeeded on the spot. Safe for many threads. */
public final class ToldNotices {

    private final List<Notice> notices = Collections.synchronizedList(new ArrayList<>());

    /** Notifications of which nobody hears, and that make no payload. */
    public static Notifications none() {
        return new ToldNotices().notifications("noop", List.of());
    }

    /** Notifications that are kept. */
    public Notifications notifications() {
        return notifications("log", List.of());
    }

    /** Notifications that are kept, without those. */
    public Notifications without(List<String> disabled) {
        return notifications("log", disabled);
    }

    private Notifications notifications(String driver, List<String> disabled) {
        return new Notifications(
                settings(driver, disabled), new DirectEvent<>(notices::add), new Keeping(), Clock.systemUTC());
    }

    /** Settings with one driver. */
    public static NotifySettings settings(String driver, List<String> disabled) {
        return new NotifySettings(
                List.of(driver), null, null, List.of("notifications"), -1, "glance", "image.localhost", disabled, 10);
    }

    /** Everything so far. */
    public List<Notice> all() {
        return List.copyOf(notices);
    }

    /** The types of all events so far. */
    public List<String> types() {
        return all().stream().map(Notice::eventType).toList();
    }

    /** The payload of the last event of a type. */
    public JsonObject last(String eventType) {
        return all().stream()
                .filter(notice -> notice.eventType().equals(eventType))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no " + eventType + " among " + types()))
                .payload()
                .asJsonObject();
    }

    private final class Keeping extends Postman {

        @Override
        public void post(Notice notice) {
            notices.add(notice);
        }
    }
}
