package io.github.predella.tasks;

import java.time.Instant;
import java.util.List;

/** What has moved in the stored ledger of late. Every method wants a running transaction of the caller's and joins it. */
public interface TaskChanges {

    /**
     * A task that was started, went on or came to its end.
     *
     * @param id the task
     * @param owner project of whoever started it; empty when there is none
     * @param imageId the image it works on, or null
     * @param at when it was, as stored: some databases hold whole seconds only
     */
    record Moment(String id, String owner, String imageId, Instant at) {}

    /**
     * The tasks whose last change was in a stretch of time, oldest change first; no forgotten ones.
     *
     * @param from the first moment
     * @param to the moment behind the last
     * @param most how many are told at most
     */
    List<Moment> between(Instant from, Instant to, int most);
}
