package io.github.predella.notify;

import io.github.predella.core.Jsons;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * A notice on its way. It keeps its id however often it is sent, so that receivers can tell a second copy.
 *
 * @param notice what has happened
 * @param id unique, a UUID
 * @param text the message as JSON (notifications, "Transport")
 */
public record Letter(Notice notice, UUID id, String text) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A new letter with a notice; the publisher is who sends it. */
    public static Letter of(Notice notice, String publisher) {
        var id = UUID.randomUUID();
        return new Letter(notice, id, message(notice, publisher, id).toString());
    }

    private static JsonObject message(Notice notice, String publisher, UUID id) {
        return Jsons.object()
                .add("message_id", id.toString())
                .add("publisher_id", publisher)
                .add("event_type", notice.eventType())
                .add("priority", notice.priority().name())
                .add("payload", notice.payload())
                .add("timestamp", TIME.format(notice.at()))
                // The reference's messages carry a mark of their transport, by which it drops second copies.
                .add("_unique_id", id.toString().replace("-", ""))
                .build();
    }

    /** How much memory it takes at most, about. */
    int bytes() {
        return text.length() * 2;
    }

    /** The message in the envelope of the second version. */
    public byte[] enveloped() {
        return Jsons.object()
                .add("oslo.version", "2.0")
                .add("oslo.message", text)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The message without an envelope, as in the first version. */
    public byte[] plain() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
