package io.github.predella.tasks;

import io.github.predella.core.Caller;
import jakarta.json.JsonObject;

/** Refuses what cannot become a task. At most one application-scoped bean for each type; safe for any thread. */
public interface TaskInputCheck {

    Task.Type type();

    /**
     * Checks the input of a task that a caller wants to start through the tasks API. A transaction is open.
     *
     * @throws io.github.predella.core.Fault when the task is not to be started
     */
    void check(Caller caller, JsonObject input);
}
