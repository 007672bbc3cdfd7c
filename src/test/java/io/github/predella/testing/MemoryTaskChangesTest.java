package io.github.predella.testing;

import io.github.predella.tasks.TaskChanges;
import io.github.predella.tasks.TaskChangesContract;
import io.github.predella.tasks.TaskRepository;
import java.util.function.Supplier;

class MemoryTaskChangesTest implements TaskChangesContract {

    private final MemoryTaskRepository tasks = new MemoryTaskRepository();

    @Override
    public TaskChanges changes() {
        return new MemoryTaskChanges(tasks);
    }

    @Override
    public TaskRepository tasks() {
        return tasks;
    }

    @Override
    public <T> T in(Supplier<T> work) {
        return work.get();
    }
}
