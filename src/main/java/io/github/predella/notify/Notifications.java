package io.github.predella.notify;

import io.github.predella.notify.Notice.Priority;
import io.github.predella.observe.NoticeFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where features tell what has happened. Safe for use by many threads, and never a reason to wait or to fail. Where
 * nobody wants to know, nothing is done: no payload is made.
 */
@ApplicationScoped
public class Notifications {

    private static final Logger LOG = Logger.getLogger(Notifications.class.getName());

    private boolean on;
    private Set<String> disabled;
    private Event<Notice> events;
    private Postman postman;
    private Clock clock;

    /** For the container's proxy only. */
    protected Notifications() {}

    @Inject
    public Notifications(NotifySettings settings, Event<Notice> events, Postman postman, Clock clock) {
        this.on = !settings.sending().isEmpty();
        this.disabled = Set.copyOf(settings.disabled());
        this.events = events;
        this.postman = postman;
        this.clock = clock;
    }

    /** Whether events of that type are sent; for whoever has to look something up for the payload. */
    public boolean wants(String eventType) {
        return on && !disabled.contains(eventType) && !disabled.contains(group(eventType));
    }

    private static String group(String eventType) {
        int dot = eventType.indexOf('.');
        return dot < 0 ? eventType : eventType.substring(0, dot);
    }

    /**
     * Sends a notice of what the running transaction does, once it is stored; at once when there is none.
     *
     * @param payload is made at once, if the event is wanted
     */
    public void tell(String eventType, Supplier<? extends JsonValue> payload) {
        if (wants(eventType)) {
            made(eventType, Priority.INFO, payload).ifPresent(events::fire);
        }
    }

    /** As {@link #tell}, at once and whatever becomes of any transaction; also on threads that the container does not know. */
    public void tellNow(String eventType, Priority priority, Supplier<? extends JsonValue> payload) {
        if (wants(eventType)) {
            made(eventType, priority, payload).ifPresent(postman::post);
        }
    }

    /** What happened has happened, whether it can be told or not. */
    private Optional<Notice> made(String eventType, Priority priority, Supplier<? extends JsonValue> payload) {
        try {
            return Optional.of(new Notice(eventType, priority, payload.get(), clock.instant()));
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, fault, () -> "a notification " + eventType + " cannot be made");
            NoticeFigures.dropped("unmade");
            return Optional.empty();
        }
    }
}
