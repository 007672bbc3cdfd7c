package io.github.predella.dashboard.images;

import java.time.Instant;
import java.util.Locale;

/**
 * What one store has of an image.
 *
 * @param store id of the store
 * @param description what the operator says about it; null when nothing
 * @param state how it stands with the copy
 * @param word of the task that brings the data there; null when there is none, or when the task is not the caller's
 * @param address of the copy for those who may know it; null for others
 * @param verdict how the copy was found when it was verified last; empty when it never was
 * @param verifiedAt when that was; null when it never was
 * @param verifying what a verification that is at work says; null when none is
 */
public record StoreRow(
        String store,
        String description,
        State state,
        TaskWord word,
        String address,
        String verdict,
        Instant verifiedAt,
        TaskWord verifying) {

    /** How it stands with a copy. */
    public enum State {
        /** It can be read. */
        THERE,
        /** It is on its way. */
        COMING,
        /** It could not be brought there. */
        FAILED,
        /** It is being removed. */
        LEAVING
    }

    /** The state by its name in texts. */
    public String getStateKey() {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
