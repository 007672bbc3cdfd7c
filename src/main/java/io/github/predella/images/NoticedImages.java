package io.github.predella.images;

import io.github.predella.notify.Notifications;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.Optional;

/** Stands before the stored ledger and tells other services what is stored: every change comes through here. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
@Dependent
abstract class NoticedImages implements ImageRepository {

    private final ImageRepository images;
    private final Notifications notifications;

    @Inject
    NoticedImages(@Delegate ImageRepository images, Notifications notifications) {
        this.images = images;
        this.notifications = notifications;
    }

    @Override
    public void insert(Image image) {
        images.insert(image);
        notifications.tell("image.create", () -> ImagePayloads.image(image));
    }

    @Override
    public boolean update(Image before, Image after) {
        boolean updated = images.update(before, after);
        if (updated) {
            notifications.tell("image.update", () -> ImagePayloads.image(after));
        }
        return updated;
    }

    @Override
    public boolean move(String id, Image.Status from, Image.Status to, Instant when) {
        boolean moved = images.move(id, from, to, when);
        if (moved && notifications.wants("image.update")) {
            images.find(id).ifPresent(image -> notifications.tell("image.update", () -> ImagePayloads.image(image)));
        }
        return moved;
    }

    @Override
    public boolean markGone(String id, Image.Status from, Image.Status to, Instant when) {
        var before = notifications.wants("image.delete") ? images.find(id) : Optional.<Image>empty();
        boolean gone = images.markGone(id, from, to, when);
        if (gone) {
            before.map(image -> image.with(to).updatedAt(when))
                    .ifPresent(
                            image -> notifications.tell("image.delete", () -> ImagePayloads.endedImage(image, when)));
        }
        return gone;
    }
}
