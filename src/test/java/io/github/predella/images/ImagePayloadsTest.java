package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.ToldNotices;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of images (notifications, "Events"). */
class ImagePayloadsTest {

    private static final List<String> KEYS = List.of(
            "id",
            "name",
            "status",
            "created_at",
            "updated_at",
            "min_disk",
            "min_ram",
            "protected",
            "checksum",
            "owner",
            "disk_format",
            "container_format",
            "size",
            "virtual_size",
            "is_public",
            "visibility",
            "properties",
            "tags",
            "deleted",
            "deleted_at");

    private static final Instant NOON = Images.NOON;

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void imageHasTheKeysOfTheReferenceAndNoPlaces() {
        var image = Images.active().done();

        var payload = ImagePayloads.image(image);

        assertEquals(KEYS, List.copyOf(payload.keySet()));
        assertFalse(payload.getBoolean("deleted"));
        assertTrue(payload.isNull("deleted_at"));
        assertTrue(payload.getString("created_at").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    }

    @Test
    void propertiesOfTheServiceAreTold() {
        var image = ImportMarks.begun(Images.queued().done(), "task", List.of("b", "a"));

        var payload = ImagePayloads.image(image);

        assertEquals("a,b", payload.getJsonObject("properties").getString("os_glance_importing_to_stores"));
        assertEquals("task", payload.getJsonObject("properties").getString("os_glance_import_task"));
    }

    @Test
    void deletedImageSaysSo() {
        var payload = ImagePayloads.endedImage(Images.active().done(), NOON);

        assertTrue(payload.getBoolean("deleted"));
        assertEquals(
                "2026-01-02T12:00:00Z".length(), payload.getString("deleted_at").length());
    }

    @Test
    void dataOnItsWayNamesItsStores() {
        var image = ImportMarks.begun(Images.queued().done(), "task", List.of("b", "a"));

        var prepared = ImagePayloads.prepared(image, "a");
        var uploaded = ImagePayloads.uploaded(ImportMarks.arrived(ImportMarks.failed(image, List.of("b")), "a"));

        assertEquals("a", prepared.getString("backend"));
        assertEquals(
                "[\"a\",\"b\"]", prepared.get("os_glance_importing_to_stores").toString());
        assertEquals("[\"b\"]", uploaded.get("os_glance_failed_import").toString());
        assertEquals("[]", uploaded.get("os_glance_importing_to_stores").toString());
        assertFalse(uploaded.containsKey("backend"));
    }

    @Test
    void memberHasTheKeysOfTheReference() {
        var member = new Member("image", "project", Member.Status.ACCEPTED, NOON, NOON);

        assertEquals(
                List.of("image_id", "member_id", "status", "created_at", "updated_at", "deleted", "deleted_at"),
                List.copyOf(ImagePayloads.member(member).keySet()));
        assertTrue(ImagePayloads.endedMember(member, NOON).getBoolean("deleted"));
    }

    @Test
    void downloadTellsWhoGotHowMuch() {
        JsonObject payload = ImagePayloads.sent(Images.active().done(), 7, "project", null, null);

        assertEquals(
                Set.of("bytes_sent", "image_id", "owner_id", "receiver_tenant_id", "receiver_user_id"),
                payload.keySet());
        assertEquals(7, payload.getInt("bytes_sent"));
        assertTrue(payload.isNull("receiver_user_id"));
        assertEquals(
                "2001:db8::1",
                ImagePayloads.sent(Images.active().done(), 7, "project", null, "2001:db8::1")
                        .getString("destination_ip"));
    }

    @Test
    void uploadIsPreparedStoredAndActivated() {
        var image = ledger.store(Images.queued());

        ledger.uploads.begin(Callers.member("p1"), image.id(), "fast", 0);
        ledger.uploads.finish(
                image.id(), new ImageContent(3L, null, "c", "sha512", "h"), ImageLocation.in("fast", "file:///x"));

        assertEquals(List.of("image.prepare", "image.upload", "image.activate"), ledger.told.types());
        assertEquals("fast", ledger.told.last("image.prepare").getString("backend"));
        assertEquals(3, ledger.told.last("image.upload").getInt("size"));
    }

    @Test
    void failureIsToldInWords() {
        var told = new ToldNotices();

        new ImageNotices(told.notifications()).uploadFailed("id", "full");

        assertEquals(
                "\"Data of image id is not stored: full\"",
                told.all().get(0).payload().toString());
        assertEquals("error", told.all().get(0).priority().wireName());
    }
}
