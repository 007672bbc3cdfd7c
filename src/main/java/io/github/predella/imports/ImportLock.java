package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import io.github.predella.images.ImportMarks;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Keeps an image to one task at a time (tasks-and-import, "Import lock"). Needs a running transaction. */
@ApplicationScoped
public class ImportLock {

    private static final Duration WAITING_AT_MOST = Duration.ofHours(2);
    private static final Duration AT_WORK_AT_MOST = Duration.ofHours(1);

    private TaskService tasks;
    private Clock clock;

    /** For the container's proxy only. */
    protected ImportLock() {}

    @Inject
    public ImportLock(TaskService tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Insists that no task has the image. One that nobody has heard of for long loses it.
     *
     * @throws Fault CONFLICT
     */
    void requireFree(Image image) {
        ImportMarks.holder(image).flatMap(tasks::find).ifPresent(task -> {
            var patience = task.status() == Task.Status.PENDING ? WAITING_AT_MOST : AT_WORK_AT_MOST;
            if (task.updatedAt().plus(patience).isAfter(clock.instant())) {
                throw ImportFaults.locked(image.id());
            }
            tasks.preempt(task.id(), "Expired lock preempted");
        });
    }
}
