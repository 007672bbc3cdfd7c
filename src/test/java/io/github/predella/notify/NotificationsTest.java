package io.github.predella.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Secret;
import io.github.predella.config.Settings;
import io.github.predella.core.Jsons;
import io.github.predella.notify.Notice.Priority;
import io.github.predella.testing.ToldNotices;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    private final ToldNotices told = new ToldNotices();

    @Test
    void payloadIsNotMadeWhereNobodyWantsIt() {
        var none = ToldNotices.none();

        none.tell("image.create", () -> {
            throw new AssertionError("a payload is made");
        });

        assertFalse(none.wants("image.create"));
    }

    @Test
    void aPayloadThatCannotBeMadeIsNobodyElsesTrouble() {
        var some = told.notifications();

        some.tell("image.create", () -> {
            throw new IllegalStateException("no payload");
        });

        assertEquals(List.of(), told.types());
    }

    @Test
    void disabledNamesAreTypesOrWhatStandsBeforeTheFirstDot() {
        var some = told.without(List.of("image.update", "task", "image.member"));

        assertFalse(some.wants("image.update"));
        assertFalse(some.wants("task.run"));
        assertTrue(some.wants("image.create"));
        assertTrue(some.wants("image.member.create"), "a group ends at the first dot");
        assertFalse(told.without(List.of("image")).wants("image.member.create"));
    }

    @Test
    void messageHasTheMembersOfTheReference() {
        var notice = new Notice(
                "image.upload", Priority.ERROR, Jsons.text("why"), Instant.parse("2026-11-30T20:01:02.000345Z"));

        var letter = Letter.of(notice, "image.here");

        var inner = Jsons.reader(new StringReader(letter.text())).readObject();
        assertEquals(
                Set.of("message_id", "publisher_id", "event_type", "priority", "payload", "timestamp", "_unique_id"),
                inner.keySet());
        assertEquals("2026-11-30 20:01:02.000345", inner.getString("timestamp"));
        assertEquals("ERROR", inner.getString("priority"));
        assertEquals("why", inner.getString("payload"));
        assertEquals("image.here", inner.getString("publisher_id"));
        assertTrue(inner.getString("_unique_id").matches("[0-9a-f]{32}"));
    }

    @Test
    void envelopeHoldsTheMessageAsText() {
        var letter = Letter.of(new Notice("a.b", Priority.INFO, JsonValue.TRUE, Instant.EPOCH), "image.here");

        var outer = Jsons.reader(new StringReader(new String(letter.enveloped(), StandardCharsets.UTF_8)))
                .readObject();

        assertEquals(Set.of("oslo.version", "oslo.message"), outer.keySet());
        assertEquals("2.0", outer.getString("oslo.version"));
        assertEquals(letter.text(), outer.getString("oslo.message"));
    }

    @Test
    void defaultIsThatNothingIsSent() {
        var settings = Settings.load(Map.of(), Map.of()).read(NotifySettings.class);

        assertEquals(
                new NotifySettings(
                        List.of(),
                        null,
                        new Secret("rabbit://"),
                        List.of("notifications"),
                        -1,
                        "glance",
                        "image.localhost",
                        List.of(),
                        1000),
                settings);
        assertEquals(List.of(), settings.sending());
    }

    @Test
    void ownTransportIsPreferred() {
        var settings = read(Map.of(
                "oslo_messaging_notifications.driver", "messagingv2",
                "oslo_messaging_notifications.transport_url", "rabbit://own",
                "DEFAULT.transport_url", "rabbit://common"));

        assertEquals("own", settings.broker().hosts().get(0).name());
    }

    @Test
    void unknownDriversAndOtherBrokersAreRefused() {
        refused("routing", Map.of("oslo_messaging_notifications.driver", "routing"));
        refused(
                "AMQP",
                Map.of("oslo_messaging_notifications.driver", "messaging", "DEFAULT.transport_url", "kafka://host"));
        refused("topics", Map.of("oslo_messaging_notifications.topics", ""));
        refused("notification_queue", Map.of("predella.notification_queue", "0"));
    }

    private static NotifySettings read(Map<String, String> properties) {
        return Settings.load(properties, Map.of()).read(NotifySettings.class);
    }

    private static void refused(String word, Map<String, String> properties) {
        var refusal = assertThrows(RuntimeException.class, () -> read(properties));

        assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }
}
