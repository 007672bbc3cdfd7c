package io.github.predella.images;

import io.github.predella.core.Jsons;
import io.github.predella.notify.Payload;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.TreeSet;

/**
 * What notices say about images and their members (notifications, "Events"): the service's own properties, too, but not
 * where the data is, since addresses may hold credentials.
 */
final class ImagePayloads {

    private ImagePayloads() {}

    static JsonObject image(Image image) {
        return of(image).alive();
    }

    static JsonObject endedImage(Image image, Instant when) {
        return of(image).ended(when);
    }

    /** Data that is about to be in a store. */
    static JsonObject prepared(Image image, String store) {
        return onItsWay(image).text("backend", store).alive();
    }

    /** Data that is in a store. */
    static JsonObject uploaded(Image image) {
        return onItsWay(image).alive();
    }

    private static Payload onItsWay(Image image) {
        return of(image)
                .list("os_glance_importing_to_stores", new TreeSet<>(ImportMarks.importing(image)))
                .list("os_glance_failed_import", new TreeSet<>(ImportMarks.failed(image)));
    }

    private static Payload of(Image image) {
        var details = image.details();
        var content = image.content();
        var properties = Jsons.object();
        details.properties().forEach(properties::add);
        return new Payload()
                .text("id", image.id())
                .text("name", details.name())
                .text("status", image.status().wireName())
                .time("created_at", image.createdAt())
                .time("updated_at", image.updatedAt())
                .number("min_disk", details.minDisk())
                .number("min_ram", details.minRam())
                .flag("protected", details.isProtected())
                .text("checksum", content.checksum())
                .text("owner", details.owner())
                .text("disk_format", details.diskFormat())
                .text("container_format", details.containerFormat())
                .number("size", content.size())
                .number("virtual_size", content.virtualSize())
                .flag("is_public", details.visibility() == Image.Visibility.PUBLIC)
                .text("visibility", details.visibility().wireName())
                .value("properties", properties.build())
                .list("tags", details.tags());
    }

    static JsonObject member(Member member) {
        return of(member).alive(member.createdAt(), member.updatedAt());
    }

    static JsonObject endedMember(Member member, Instant when) {
        return of(member).ended(member.createdAt(), member.updatedAt(), when);
    }

    private static Payload of(Member member) {
        return new Payload()
                .text("image_id", member.imageId())
                .text("member_id", member.project())
                .text("status", member.status().wireName());
    }

    /**
     * A download that is over.
     *
     * @param address to which it went; null where that is not told
     */
    static JsonObject sent(Image image, long bytes, String project, String user, String address) {
        var payload = new Payload()
                .number("bytes_sent", bytes)
                .text("image_id", image.id())
                .text("owner_id", image.owner())
                .text("receiver_tenant_id", project)
                .text("receiver_user_id", user);
        return (address == null ? payload : payload.text("destination_ip", address)).done();
    }
}
