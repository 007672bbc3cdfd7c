package io.github.predella.dashboard.tasks;

import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.imports.ImportService;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page of one task. */
@Named("task")
@RequestScoped
public class TaskBean {

    private TaskService tasks;
    private ImportService imports;
    private ActiveCaller active;
    private CurrentPage page;
    private Notices notices;
    private FacesAnswer answer;
    private Task task;

    /** For the container's proxy only. */
    protected TaskBean() {}

    @Inject
    public TaskBean(
            TaskService tasks,
            ImportService imports,
            ActiveCaller active,
            CurrentPage page,
            Notices notices,
            FacesAnswer answer) {
        this.tasks = tasks;
        this.imports = imports;
        this.active = active;
        this.page = page;
        this.notices = notices;
        this.answer = answer;
    }

    /** Looks the task up, before anything is written of it. */
    public void load() {
        task = tasks.own(active.caller(), page.value("id"));
    }

    public Task getTask() {
        return task;
    }

    /** Whether it can be ended early: imports can. */
    public boolean isCancellable() {
        return !task.status().isOver() && task.type() == Task.Type.API_IMAGE_IMPORT && task.imageId() != null;
    }

    /** Ends the import early. */
    public void cancel() {
        imports.cancel(active.caller(), task.imageId());
        notices.done("tasks.cancelled");
        answer.redirect(page.getPath());
    }

    /** What it was started with, as the API tells it; null when there is nothing. */
    public String getInput() {
        return task.input() == null ? null : task.input().toString();
    }

    /** What it led to, as the API tells it; null when there is nothing. */
    public String getResult() {
        return task.result() == null ? null : task.result().toString();
    }
}
