package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Jsons;
import io.github.predella.notify.Notice.Priority;
import io.github.predella.notify.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What other services are told about the data of images; of the records they hear by {@link NoticedImages}. */
@ApplicationScoped
public class ImageNotices {

    private Notifications notifications;

    /** For the container's proxy only. */
    protected ImageNotices() {}

    @Inject
    public ImageNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    /**
     * Data is about to be written to a store; where a transaction runs, after it.
     *
     * @param store its id
     */
    public void prepared(Image image, String store) {
        notifications.tell("image.prepare", () -> ImagePayloads.prepared(image, store));
    }

    /** The running transaction notes data that has been written to a store. */
    void uploaded(Image before, Image after) {
        notifications.tell("image.upload", () -> ImagePayloads.uploaded(after));
        if (before.status() != Image.Status.ACTIVE && after.status() == Image.Status.ACTIVE) {
            notifications.tell("image.activate", () -> ImagePayloads.image(after));
        }
    }

    /**
     * Data could not be written to a store. This is told at once.
     *
     * @param reason for people
     */
    public void uploadFailed(String id, String reason) {
        notifications.tellNow(
                "image.upload", Priority.ERROR, () -> Jsons.text("Data of image " + id + " is not stored: " + reason));
    }

    /**
     * A download is over. This is told at once, and may be on any thread.
     *
     * @param receiver who asked for it
     * @param address to which it went; null where that is not told
     * @param bytes that have gone out
     * @param expected bytes that should have
     */
    public void sent(Image image, Caller receiver, String address, long bytes, long expected) {
        notifications.tellNow(
                "image.send",
                bytes == expected ? Priority.INFO : Priority.ERROR,
                () -> ImagePayloads.sent(image, bytes, receiver.project(), receiver.user(), address));
    }
}
