package io.github.predella.tasks;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Page;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.jobs.NodeName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The ledger of long work: other rooms submit tasks and end them early, callers look at them (tasks-and-import, "Tasks
 * HTTP API"). Each method is one transaction, or part of the caller's.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class TaskService {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{1,36}");

    /** Characters of the ids of users and requests that the ledger holds. */
    private static final int MOST_ID_CHARACTERS = 64;

    private TaskRepository tasks;
    private TaskRuns runs;
    private TaskEnds ends;
    private TaskAccess access;
    private TaskContributions contributions;
    private Event<TaskDue> due;
    private NodeName node;
    private Clock clock;

    /** For the container's proxy only. */
    protected TaskService() {}

    @Inject
    public TaskService(
            TaskRepository tasks,
            TaskRuns runs,
            TaskEnds ends,
            TaskAccess access,
            TaskContributions contributions,
            Event<TaskDue> due,
            NodeName node,
            Clock clock) {
        this.tasks = tasks;
        this.runs = runs;
        this.ends = ends;
        this.access = access;
        this.contributions = contributions;
        this.due = due;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Stores a task, which begins once the transaction is stored; joins the one that runs, so that a task and what it
     * was written together with are both there or neither.
     *
     * @param place the staging area that its process must serve, null when any process will do
     * @throws Fault TOO_LARGE when the input is too long
     */
    public Task submit(Task.Draft draft, String place) {
        var input = TaskText.json(draft.input());
        if (input != null && input.length() > TaskText.MOST_CHARACTERS) {
            throw TaskFaults.inputTooLong(TaskText.MOST_CHARACTERS);
        }
        var now = clock.instant();
        var task = new Task(
                UUID.randomUUID().toString(),
                draft.type(),
                Task.Status.PENDING,
                draft.owner() == null ? "" : draft.owner(),
                draft.imageId(),
                shortened(draft.userId()),
                shortened(draft.requestId()),
                draft.input(),
                null,
                "",
                now,
                now,
                null);
        tasks.insert(task);
        runs.note(task, place, now);
        due.fire(new TaskDue(task.id(), place));
        return task;
    }

    private static String shortened(String id) {
        return id == null || id.length() <= MOST_ID_CHARACTERS ? id : id.substring(0, MOST_ID_CHARACTERS);
    }

    /** The task, whoever asks: for other rooms, not for callers. */
    public Optional<Task> find(String id) {
        return tasks.find(id);
    }

    /**
     * Ends a task early. One that waits is over at once, and its work then cleans up after it; one that runs is over
     * when its work comes to its next checkpoint.
     *
     * @param reason what users read on the task
     * @return false when it is over already, or there is none
     */
    public boolean cancel(String id, String reason) {
        var found = tasks.find(id).filter(task -> !task.status().isOver());
        if (found.isEmpty()) {
            return false;
        }
        String text = TaskText.storable(reason);
        if (runs.withdraw(id, node.text(), text)) {
            due.fire(new TaskDue(id, null));
        } else if (runs.askToEnd(id, text)) {
            return true;
        }
        return ends.end(id, TaskOutcome.failure(text));
    }

    /**
     * Ends a task at once, wherever it is: for whoever takes over what the task held. Its work ends at its next
     * checkpoint, and nobody else cleans up after it.
     *
     * @param reason what users read on the task
     * @return false when it is over already, or there is none
     */
    public boolean preempt(String id, String reason) {
        runs.drop(id);
        return ends.end(id, TaskOutcome.failure(reason));
    }

    /** The tasks of an image that have not expired, latest first: the caller's project's, for administrators all. */
    public List<Task> ofImage(Caller caller, String imageId) {
        return tasks.ofImage(imageId, access.listedOwner(caller), clock.instant());
    }

    /**
     * A page of the tasks of the caller's project, for administrators of all: the same that callers find image by image,
     * without the tasks API.
     *
     * @throws Fault NOT_FOUND for an unknown marker
     */
    public Page<Task> own(Caller caller, TaskQuery query) {
        return tasks.page(query, access.listedOwner(caller), clock.instant());
    }

    /**
     * One of the tasks that {@link #own} tells of.
     *
     * @throws Fault NOT_FOUND when there is none that the caller sees
     */
    public Task own(Caller caller, String id) {
        if (!ID.matcher(id).matches()) {
            throw TaskFaults.unknown(id);
        }
        return tasks.find(id).filter(task -> access.sees(caller, task)).orElseThrow(() -> TaskFaults.unknown(id));
    }

    /**
     * A page of the tasks that the caller may see and that have not expired.
     *
     * @throws Fault FORBIDDEN for whoever may not use the tasks API, NOT_FOUND for an unknown marker
     */
    public Page<Task> list(Caller caller, TaskQuery query) {
        access.require(caller);
        return tasks.page(query, access.listedOwner(caller), clock.instant());
    }

    /**
     * One task.
     *
     * @throws Fault FORBIDDEN for whoever may not use the tasks API, NOT_FOUND when there is none that the caller sees
     */
    public Task get(Caller caller, String id) {
        access.require(caller);
        return own(caller, id);
    }

    /**
     * Looks at a task that a caller wants to start, before anything is stored for it.
     *
     * @throws Fault FORBIDDEN for whoever may not use the tasks API, INVALID for a wrong input
     */
    @Transactional(Transactional.TxType.NEVER)
    public void check(Caller caller, Task.Type type, JsonObject input) {
        require(caller, type, input);
        contributions.opening(type).ifPresent(opening -> opening.check(caller, input));
    }

    /**
     * Starts a task for a caller, whose input {@link #check} has looked at. One of a type that nobody works for here
     * fails soon after.
     *
     * @throws Fault FORBIDDEN for whoever may not use the tasks API, INVALID or TOO_LARGE for a wrong input, and those
     *     of what the task needs
     */
    public Task create(Caller caller, Task.Type type, JsonObject input) {
        require(caller, type, input);
        return contributions
                .opening(type)
                .map(opening -> opening.open(caller, input))
                .orElseGet(() -> submit(
                        new Task.Draft(type, caller.project(), null, caller.user(), caller.requestId(), input), null));
    }

    private void require(Caller caller, Task.Type type, JsonObject input) {
        access.require(caller);
        if (caller.readOnly()) {
            throw TaskFaults.readOnlyCaller();
        }
        if (type == Task.Type.IMPORT && !(input.get("import_from") instanceof JsonString)) {
            throw TaskFaults.noSource();
        }
    }
}
