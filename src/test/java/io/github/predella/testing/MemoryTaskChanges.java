package io.github.predella.testing;

import io.github.predella.core.PageRequest;
import io.github.predella.tasks.TaskChanges;
import io.github.predella.tasks.TaskQuery;
import java.time.Instant;
import java.util.List;

/** What has moved in the ledger that is a map. */
public final class MemoryTaskChanges implements TaskChanges {

    private static final TaskQuery ALL =
            new TaskQuery(List.of(), TaskQuery.Field.UPDATED_AT, true, new PageRequest(1000, null));

    private final MemoryTaskRepository tasks;

    public MemoryTaskChanges(MemoryTaskRepository tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Moment> between(Instant from, Instant to, int most) {
        return tasks.page(ALL, null, Instant.EPOCH).items().stream()
                .filter(task ->
                        !task.updatedAt().isBefore(from) && task.updatedAt().isBefore(to))
                .limit(most)
                .map(task -> new Moment(task.id(), task.owner(), task.imageId(), task.updatedAt()))
                .toList();
    }
}
