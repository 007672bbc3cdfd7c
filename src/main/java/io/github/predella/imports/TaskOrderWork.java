package io.github.predella.imports;

import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskRun;
import io.github.predella.tasks.TaskWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;

/** Does what callers have ordered through the tasks API: imports as all others, but for their plugins. */
@ApplicationScoped
public class TaskOrderWork implements TaskWork {

    private ImportWork imports;

    /** For the container's proxy only. */
    protected TaskOrderWork() {}

    @Inject
    public TaskOrderWork(ImportWork imports) {
        this.imports = imports;
    }

    @Override
    public Task.Type type() {
        return Task.Type.IMPORT;
    }

    @Override
    public JsonObject run(TaskRun run) throws IOException {
        return imports.run(run);
    }

    @Override
    public void abandoned(Task task, String reason) throws IOException {
        imports.abandoned(task, reason);
    }
}
