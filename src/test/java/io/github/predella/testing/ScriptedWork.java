package io.github.predella.testing;

import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskRun;
import io.github.predella.tasks.TaskWork;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Work for the tasks of one type that does what a test says, and notes what was asked of it. */
public final class ScriptedWork implements TaskWork {

    /** What the work is to do. */
    @FunctionalInterface
    public interface Script {
        JsonObject run(TaskRun run) throws IOException;
    }

    private final Task.Type type;
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final List<String> abandoned = new CopyOnWriteArrayList<>();
    private volatile Script script = run -> JsonObject.EMPTY_JSON_OBJECT;
    private volatile IOException obstacle;

    public ScriptedWork(Task.Type type) {
        this.type = type;
    }

    /** Says what the work is to do from now on. */
    public void does(Script next) {
        script = next;
    }

    /** Lets cleaning up fail, until it is given null. */
    public void failsToCleanUp(IOException failure) {
        obstacle = failure;
    }

    /** The ids of the tasks that were worked on. */
    public List<String> ran() {
        return ran;
    }

    /** What was to be cleaned up after: id, status and reason, joined by blanks. */
    public List<String> abandoned() {
        return abandoned;
    }

    @Override
    public Task.Type type() {
        return type;
    }

    @Override
    public JsonObject run(TaskRun run) throws IOException {
        ran.add(run.task().id());
        return script.run(run);
    }

    @Override
    public void abandoned(Task task, String reason) throws IOException {
        abandoned.add(task.id() + " " + task.status().wireName() + " " + reason);
        if (obstacle != null) {
            throw obstacle;
        }
    }
}
