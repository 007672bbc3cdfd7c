package io.github.predella.tasks;

import io.github.predella.core.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored tasks. Every method wants a running transaction of the caller's and joins it. Forgotten tasks are as good
 * as gone for all of them.
 */
public interface TaskRepository {

    /** Stores a new task. */
    void insert(Task task);

    /** The task, also when it has expired and nobody has forgotten it yet. */
    Optional<Task> find(String id);

    /**
     * Stores status, result, message, time of change and expiry, if the stored status still is that of before.
     *
     * @return false, with nothing changed, when it is another one, or the task is gone
     */
    boolean update(Task before, Task after);

    /**
     * Stores what users are told while a task is not over.
     *
     * @param message such that every database can hold it
     * @return false, with nothing changed, when the task is not in that status
     */
    boolean say(String id, Task.Status status, String message, Instant when);

    /**
     * The tasks of a page that have not expired.
     *
     * @param owner only tasks of that project, null for those of all
     * @param now what counts as expired is before or at that time
     * @throws io.github.predella.core.Fault NOT_FOUND when the marker is not such a task; it may have expired
     */
    Page<Task> page(TaskQuery query, String owner, Instant now);

    /**
     * The tasks of an image that have not expired, latest first.
     *
     * @param owner only tasks of that project, null for those of all
     */
    List<Task> ofImage(String imageId, String owner, Instant now);

    /**
     * Forgets tasks that have expired.
     *
     * @param limit how many at most
     * @return how many
     */
    int forgetExpired(Instant now, int limit);

    /**
     * Removes tasks for good that were forgotten. Those that are still to be cleaned up after stay.
     *
     * @param before they were forgotten before that moment
     * @param limit how many at most
     * @return how many
     */
    int removeForgotten(Instant before, int limit);
}
