package io.github.predella.tasks;

import static io.github.predella.tasks.Task.Status.FAILURE;
import static io.github.predella.tasks.Task.Status.PENDING;
import static io.github.predella.tasks.Task.Status.PROCESSING;
import static io.github.predella.tasks.Task.Status.SUCCESS;

import io.github.predella.core.Transitions;

/** The life of a task as a table (tasks-and-import, "Task entity"). */
final class TaskTransitions {

    private static final Transitions<Task.Status> TABLE = Transitions.over(Task.Status.class)
            .allow(PENDING, PROCESSING, FAILURE)
            .allow(PROCESSING, SUCCESS, FAILURE);

    private TaskTransitions() {}

    static boolean allow(Task.Status from, Task.Status to) {
        return TABLE.allows(from, to);
    }
}
