package io.github.predella.testing;

import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskRun;
import java.util.ArrayList;
import java.util.List;

/** A task at work that nobody ends. */
public final class QuietRun implements TaskRun {

    private final Task task;
    private final List<String> said = new ArrayList<>();

    public QuietRun(Task task) {
        this.task = task;
    }

    /** What users were told. */
    public List<String> said() {
        return said;
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public void say(String message) {
        said.add(message);
    }

    @Override
    public void checkpoint() {}
}
