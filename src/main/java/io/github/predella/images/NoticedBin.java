package io.github.predella.images;

import io.github.predella.notify.Notifications;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;

/** Stands before the bin and tells other services when an image comes out of it again. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
@Dependent
abstract class NoticedBin implements ImageBin {

    private final ImageBin bin;
    private final ImageRepository images;
    private final Notifications notifications;

    @Inject
    NoticedBin(@Delegate ImageBin bin, ImageRepository images, Notifications notifications) {
        this.bin = bin;
        this.images = images;
        this.notifications = notifications;
    }

    @Override
    public boolean restore(Binned binned, Instant when) {
        boolean restored = bin.restore(binned, when);
        if (restored && notifications.wants("image.update")) {
            images.find(binned.image().id())
                    .ifPresent(image -> notifications.tell("image.update", () -> ImagePayloads.image(image)));
        }
        return restored;
    }
}
