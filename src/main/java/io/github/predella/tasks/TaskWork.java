package io.github.predella.tasks;

import jakarta.json.JsonObject;
import java.io.IOException;

/**
 * What the tasks of one type do. An application-scoped bean for each type, supplied by the room that knows; safe for
 * several threads, one for each task.
 */
public interface TaskWork {

    Task.Type type();

    /**
     * Does the work, on a thread of its own, without a transaction. It cleans up after itself whatever happens, unless
     * the process dies or it says that it could not.
     *
     * @return what the task has led to, or null
     * @throws io.github.predella.core.Fault its sentence becomes the reason of the failure
     * @throws IOException its sentence becomes the reason of the failure, unless it names files of this machine; what
     *     else is thrown is logged and told in general words
     * @throws CleanUpFailed when it has failed and {@link #abandoned} has to clean up later
     */
    JsonObject run(TaskRun run) throws IOException;

    /**
     * Cleans up after a task whose work was cut off, or that was ended before its work began: frees what the task held
     * and undoes what should not stay. Without a transaction; may be called again for the same task, also when that has
     * failure as its status already. When it throws, it is called again later.
     *
     * @param reason why the task ends
     */
    void abandoned(Task task, String reason) throws IOException;
}
