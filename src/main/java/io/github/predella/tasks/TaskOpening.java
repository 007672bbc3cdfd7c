package io.github.predella.tasks;

import io.github.predella.core.Caller;
import jakarta.json.JsonObject;

/** How callers start tasks of one type. At most one application-scoped bean for each type; safe for any thread. */
public interface TaskOpening {

    Task.Type type();

    /**
     * Looks at the input of a task that a caller wants to start through the tasks API. It may ask other servers, so no
     * transaction is open.
     *
     * @throws io.github.predella.core.Fault when the task is not to be started
     */
    void check(Caller caller, JsonObject input);

    /**
     * Submits the task together with what it needs. A transaction is open; {@link #check} has passed.
     *
     * @throws io.github.predella.core.Fault when it cannot be started now; nothing is stored then
     */
    Task open(Caller caller, JsonObject input);
}
