package io.github.predella.testing;

import io.github.predella.jobs.LeaseRepository;
import io.github.predella.jobs.LeaseRepositoryContract;
import io.github.predella.tasks.TaskRepository;
import io.github.predella.tasks.TaskRepositoryContract;
import io.github.predella.tasks.TaskRuns;
import io.github.predella.tasks.TaskRunsContract;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

/** Tasks and leases on the heap earn their place in the tests of other rooms. */
class MemoryTasksTest {

    abstract static class OnHeap {

        public <T> T in(Supplier<T> work) {
            return work.get();
        }
    }

    @Nested
    class Ledger extends OnHeap implements TaskRepositoryContract {

        private final MemoryTaskRepository tasks = new MemoryTaskRepository();

        @Override
        public TaskRepository tasks() {
            return tasks;
        }
    }

    @Nested
    class Runs extends OnHeap implements TaskRunsContract {

        private final MemoryTaskRuns runs = new MemoryTaskRuns();

        @Override
        public TaskRuns runs() {
            return runs;
        }
    }

    @Nested
    class Leases extends OnHeap implements LeaseRepositoryContract {

        private final MemoryLeases leases = new MemoryLeases(new TestingClock());

        @Override
        public LeaseRepository leases() {
            return leases;
        }
    }
}
