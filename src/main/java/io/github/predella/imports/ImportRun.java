package io.github.predella.imports;

import io.github.predella.signatures.NotedCertificate;
import io.github.predella.tasks.TaskRun;
import java.util.List;
import java.util.Set;

/**
 * An import at work.
 *
 * @param run the task that does it
 * @param request what was asked for
 * @param stores ids of the stores to which the data goes, in this order
 * @param roles of whoever asked for it; empty when nobody wanted to know
 * @param certificate of who signed the image; null when none was found before
 */
record ImportRun(
        TaskRun run, ImportRequest request, List<String> stores, Set<String> roles, NotedCertificate certificate) {

    ImportRun {
        stores = List.copyOf(stores);
        roles = Set.copyOf(roles);
    }

    /** What a task has been told to do. */
    static ImportRun of(TaskRun run) {
        var task = run.task();
        return new ImportRun(
                run,
                TaskInput.request(task),
                TaskInput.stores(task),
                TaskInput.roles(task),
                TaskInput.certificate(task));
    }

    String imageId() {
        return run.task().imageId();
    }

    String taskId() {
        return run.task().id();
    }
}
