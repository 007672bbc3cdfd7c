package io.github.predella.observe;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Who did what to which thing, when, and whether it came off: one JSON object a line, with the field names of CADF, at a
 * logger of its own. Refusals are told, too. Without a file nothing is told. Safe for any thread.
 */
public final class AuditTrail {

    /** Held, since level and handlers are lost with the last reference to a logger. */
    static final Logger LOG = Logger.getLogger("io.github.predella.audit");

    private AuditTrail() {}

    /** Whether anybody wants to know. */
    static boolean isOn() {
        return LOG.isLoggable(Level.INFO);
    }

    /**
     * Tells about a request to an API whose answer is over.
     *
     * @param place where the answer says that a new thing is, null when it does not
     */
    public static void tell(Passage passage, int status, String place) {
        if (isOn()) {
            AuditAction.of(passage)
                    .ifPresent(action -> tell(
                            passage.trace(),
                            action.action(),
                            status < 400,
                            target(passage, action.type(), place),
                            Integer.toString(status)));
        }
    }

    /**
     * Tells about something that was done at another door than an API.
     *
     * @param id of the thing, null when there is none
     * @param failure why it was not done, null when it was
     */
    public static void tell(String action, String type, String id, Throwable failure) {
        if (isOn()) {
            var target = Jsons.object().add("typeURI", type);
            Optional.ofNullable(id).ifPresent(known -> target.add("id", known));
            Trace.current().ifPresent(trace -> tell(trace, action, failure == null, target, reason(failure)));
        }
    }

    /** Tells that somebody has logged in at the dashboard, or has not been let in. */
    public static void login(boolean granted) {
        tell(
                AuditAction.LOGIN.action(),
                AuditAction.LOGIN.type(),
                null,
                granted ? null : new Fault(Fault.Kind.UNAUTHENTICATED, ""));
    }

    private static String reason(Throwable failure) {
        if (failure == null) {
            return "ok";
        }
        return failure instanceof Fault fault ? fault.kind().name().toLowerCase(Locale.ROOT) : "internal";
    }

    private static JsonObjectBuilder target(Passage passage, String type, String place) {
        var target = Jsons.object().add("typeURI", type);
        RouteTable.value(passage.route(), passage.path(), 0)
                .or(() -> Optional.ofNullable(place).map(text -> text.substring(text.lastIndexOf('/') + 1)))
                .ifPresent(id -> target.add("id", id));
        RouteTable.value(passage.route(), passage.path(), 1).ifPresent(part -> target.add("part", part));
        return target;
    }

    private static void tell(Trace trace, String action, boolean done, JsonObjectBuilder target, String reason) {
        var initiator = Jsons.object();
        trace.user().ifPresent(user -> initiator.add("id", user));
        trace.project().ifPresent(project -> initiator.add("project_id", project));
        trace.host().ifPresent(host -> initiator.add("host", Jsons.object().add("address", host)));
        LOG.info(() -> Jsons.object()
                .add("id", UUID.randomUUID().toString())
                .add("eventTime", Instant.now().toString())
                .add("eventType", "activity")
                .add("action", action)
                .add("outcome", done ? "success" : "failure")
                .add("reason", Jsons.object().add("reasonCode", reason))
                .add("initiator", initiator)
                .add("target", target)
                .add("request_id", trace.requestId())
                .build()
                .toString());
    }
}
