package io.github.predella.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends tasks in the ledger, inside of a transaction of the caller's. */
@ApplicationScoped
public class TaskEnds {

    private TaskRepository tasks;
    private TaskSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected TaskEnds() {}

    @Inject
    public TaskEnds(TaskRepository tasks, TaskSettings settings, Clock clock) {
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Ends a task, wherever in its life it is. One that never began cannot succeed.
     *
     * @return false, with nothing changed, when it is over already or gone
     */
    boolean end(String id, TaskOutcome outcome) {
        var found = tasks.find(id)
                .filter(task -> task.status() != outcome.status())
                .filter(task -> TaskTransitions.allow(task.status(), outcome.status()));
        if (found.isEmpty()) {
            return false;
        }
        var task = found.get();
        var now = clock.instant();
        var storable = new TaskOutcome(outcome.status(), outcome.result(), TaskText.storable(outcome.message()));
        return tasks.update(task, task.ended(storable, now, now.plus(settings.timeToLive())));
    }
}
