package io.github.predella.dashboard.tasks;

import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskQuery;
import io.github.predella.tasks.TaskQuery.Field;
import io.github.predella.tasks.TaskQuery.Filter;
import io.github.predella.tasks.TaskQuery.Is;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page of tasks, latest first. Its address says which: {@code status}, {@code image}, {@code after}. */
@Named("tasks")
@RequestScoped
public class TasksBean {

    private static final int PAGE = 25;
    private static final int FEW = 5;

    private TaskService tasks;
    private ActiveCaller active;
    private CurrentPage page;
    private Page<Task> found;
    private List<Task> running;
    private List<Task> failed;

    /** For the container's proxy only. */
    protected TasksBean() {}

    @Inject
    public TasksBean(TaskService tasks, ActiveCaller active, CurrentPage page) {
        this.tasks = tasks;
        this.active = active;
        this.page = page;
    }

    /** Looks the page up, before anything is written of it. */
    public void load() {
        var filters = new ArrayList<Filter>();
        if (getStatus() != null) {
            filters.add(new Is(Field.STATUS, getStatus()));
        }
        if (page.query("image") != null) {
            filters.add(new Is(Field.IMAGE_ID, page.query("image")));
        }
        found = list(filters, PAGE, page.query("after"));
    }

    private Page<Task> list(List<Filter> filters, int limit, String after) {
        return tasks.own(
                active.caller(), new TaskQuery(filters, Field.CREATED_AT, false, new PageRequest(limit, after)));
    }

    /** The statuses to choose from. */
    public List<Task.Status> getStatuses() {
        return List.of(Task.Status.values());
    }

    /** The status that is asked for; null for all, also for one that there is not. */
    public String getStatus() {
        String asked = page.query("status");
        return Stream.of(Task.Status.values())
                .map(Task.Status::wireName)
                .filter(name -> name.equals(asked))
                .findFirst()
                .orElse(null);
    }

    /** The tasks of the page. */
    public List<Task> getRows() {
        return found.items();
    }

    /** The address of the next page; null on the last one. */
    public String getNext() {
        return found.full()
                ? page.with("after", found.items().get(found.items().size() - 1).id())
                : null;
    }

    /** Whether this is a later page than the first. */
    public boolean isLater() {
        return page.query("after") != null;
    }

    /** The latest tasks that are not over, a few of them. */
    public List<Task> getRunning() {
        if (running == null) {
            running = Stream.of(Task.Status.PROCESSING, Task.Status.PENDING)
                    .flatMap(status ->
                            list(List.of(new Is(Field.STATUS, status.wireName())), FEW, null).items().stream())
                    .limit(FEW)
                    .toList();
        }
        return running;
    }

    /** The latest tasks that failed, a few of them. */
    public List<Task> getFailed() {
        if (failed == null) {
            failed = list(List.of(new Is(Field.STATUS, Task.Status.FAILURE.wireName())), FEW, null)
                    .items();
        }
        return failed;
    }
}
