package io.github.predella.dashboard.create;

import io.github.predella.data.UploadSession;
import io.github.predella.images.Image;
import io.github.predella.imports.ImportProgress;
import io.github.predella.tasks.Task;
import java.util.List;
import java.util.Locale;

/**
 * How far the data of an image has come.
 *
 * @param image the image
 * @param session the caller's upload that was not finished; null when there is none
 * @param task the newest import; null when there was none
 * @param progress what is moving now; null when nothing is, or nobody knows
 * @param stores what becomes of each store that is concerned
 * @param own whether the caller may bring data and do something about it
 */
public record Arrival(
        Image image, UploadSession session, Task task, ImportProgress progress, List<AtStore> stores, boolean own) {

    public Arrival {
        stores = List.copyOf(stores);
    }

    /** What becomes of a store. */
    public enum Step {
        DONE,
        MOVING,
        WAITING,
        FAILED;

        /** The last part of the key of its text. */
        public String getKey() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A store.
     *
     * @param id the configured id
     * @param step what becomes of it
     * @param percent how far it has come, null when nobody knows
     * @param reason why it has failed, in the service's words; empty when it has not, or nobody knows any more
     */
    public record AtStore(String id, Step step, Long percent, String reason) {}

    /** Whether an import is waiting for its turn or at work. */
    public boolean isImporting() {
        return task != null && !task.status().isOver();
    }

    /** Whether the image has its data. */
    public boolean isThere() {
        return image.status() == Image.Status.ACTIVE || image.status() == Image.Status.DEACTIVATED;
    }

    /** Whether the image has no data and nobody is bringing any. */
    public boolean isWaiting() {
        return image.status() == Image.Status.QUEUED && !isImporting();
    }

    /** Whether somebody sends the data at the moment, or has begun to. */
    public boolean isComingIn() {
        return image.status() == Image.Status.UPLOADING && image.content().size() == null && !isImporting();
    }

    /** Whether all data is staged and nobody imports it. */
    public boolean isStaged() {
        return image.status() == Image.Status.UPLOADING
                && image.content().size() != null
                && session == null
                && !isImporting();
    }

    /** Whether the newest import has failed, and nothing has come of the image since. */
    public boolean isFailed() {
        return task != null && task.status() == Task.Status.FAILURE && !isThere();
    }

    /** Whether something goes on by itself that the reader may wait for. */
    public boolean isMoving() {
        boolean bringing =
                isImporting() && (!isThere() || stores.stream().anyMatch(store -> store.step() != Step.DONE));
        return bringing || image.status() == Image.Status.SAVING || image.status() == Image.Status.IMPORTING;
    }
}
