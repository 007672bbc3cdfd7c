package io.github.predella.imports;

import io.github.predella.tasks.TaskRun;
import java.util.List;

/**
 * An import at work.
 *
 * @param run the task that does it
 * @param request what was asked for
 * @param stores ids of the stores to which the data goes, in this order
 */
record ImportRun(TaskRun run, ImportRequest request, List<String> stores) {

    ImportRun {
        stores = List.copyOf(stores);
    }

    String imageId() {
        return run.task().imageId();
    }

    String taskId() {
        return run.task().id();
    }
}
