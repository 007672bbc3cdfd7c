package io.github.predella.images;

import static io.github.predella.images.Image.Status.ACTIVE;
import static io.github.predella.images.Image.Status.DEACTIVATED;
import static io.github.predella.images.Image.Status.DELETED;
import static io.github.predella.images.Image.Status.IMPORTING;
import static io.github.predella.images.Image.Status.KILLED;
import static io.github.predella.images.Image.Status.PENDING_DELETE;
import static io.github.predella.images.Image.Status.QUEUED;
import static io.github.predella.images.Image.Status.SAVING;
import static io.github.predella.images.Image.Status.UPLOADING;

import io.github.predella.core.Transitions;

/**
 * The life of an image as a table (images-api, "Status state machine"). A deactivated image may wait for its deletion
 * too, and comes back as what it was.
 */
final class ImageTransitions {

    private static final Transitions<Image.Status> TABLE = Transitions.over(Image.Status.class)
            .allow(QUEUED, SAVING, UPLOADING, IMPORTING, ACTIVE, DELETED)
            .allow(SAVING, ACTIVE, KILLED, DELETED, QUEUED)
            .allow(UPLOADING, IMPORTING, QUEUED, DELETED)
            .allow(IMPORTING, ACTIVE, DELETED, QUEUED, UPLOADING)
            .allow(ACTIVE, PENDING_DELETE, DELETED, DEACTIVATED)
            .allow(DEACTIVATED, ACTIVE, PENDING_DELETE, DELETED)
            .allow(KILLED, DELETED)
            .allow(PENDING_DELETE, DELETED, ACTIVE, DEACTIVATED);

    private ImageTransitions() {}

    static boolean allow(Image.Status from, Image.Status to) {
        return TABLE.allows(from, to);
    }
}
