package io.github.predella.tasks;

import io.github.predella.notify.Notifications;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Stands before the stored tasks and tells other services what is stored. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
@Dependent
abstract class NoticedTasks implements TaskRepository {

    private final TaskRepository tasks;
    private final Notifications notifications;

    @Inject
    NoticedTasks(@Delegate TaskRepository tasks, Notifications notifications) {
        this.tasks = tasks;
        this.notifications = notifications;
    }

    @Override
    public void insert(Task task) {
        tasks.insert(task);
        notifications.tell("task.create", () -> TaskPayloads.task(task));
    }

    @Override
    public boolean update(Task before, Task after) {
        boolean updated = tasks.update(before, after);
        if (updated && before.status() != after.status()) {
            tell(after.status().wireName(), after);
            if (before.status() == Task.Status.PROCESSING && after.status().isOver()) {
                tell("run", after);
            }
        }
        return updated;
    }

    private void tell(String end, Task task) {
        notifications.tell("task." + end, () -> TaskPayloads.task(task));
    }
}
