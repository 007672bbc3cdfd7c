package io.github.predella.imports;

import io.github.predella.config.Seconds;
import io.github.predella.core.Fault;
import io.github.predella.data.CopyReading;
import io.github.predella.data.DataSettings;
import io.github.predella.images.Image;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.ReadableCopies;
import io.github.predella.jobs.NodeName;
import io.github.predella.policy.CurrentRules;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyFile;
import io.github.predella.policy.PolicyRules;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskAccess;
import io.github.predella.tasks.TaskContributions;
import io.github.predella.tasks.TaskEnds;
import io.github.predella.tasks.TaskPermission;
import io.github.predella.tasks.TaskRun;
import io.github.predella.tasks.TaskService;
import io.github.predella.tasks.TaskSettings;
import io.github.predella.testing.DirectEvent;
import io.github.predella.testing.MemoryTaskRepository;
import io.github.predella.testing.MemoryTaskRuns;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Taking data over and looking at it again, with maps for ledgers; tasks run when a test lets them. */
final class LocationFixture {

    final LedgerFixture ledger = LedgerFixture.withOpenPlaces();
    final MemoryTaskRepository tasks = new MemoryTaskRepository();
    final List<String> said = new ArrayList<>();
    final LocationImportService service;
    final LocationWork work;
    final TaskService taskService;

    /** What the running task meets at its checkpoints; may throw. */
    Runnable checkpoint = () -> {};

    private final Queue<String> due = new ArrayDeque<>();

    LocationFixture() {
        this(new LocationSettings(true, 2));
    }

    LocationFixture(LocationSettings settings) {
        taskService = taskService();
        var copies = new ReadableCopies(ledger.registry);
        service = new LocationImportService(
                ledger.imports,
                ledger.adoptions,
                ledger.adopting,
                copies,
                new ImportLock(taskService, ledger.clock),
                taskService);
        var hashing = new CopyHashing(new CopyReading(copies, ledger.registry), Runnable::run);
        var pumps = new ImportPump(ledger.imports, ledger.clock);
        var data = new DataSettings(100, "sha512", true, List.of(), 10, new Seconds(300), new Seconds(300));
        work = new LocationWork(
                new LocationAdoption(
                        settings, data, ledger.imports, ledger.adoptions, ledger.adopting, hashing, pumps, taskService),
                new CopyVerification(ledger.adoptions, copies, hashing, pumps));
    }

    private TaskService taskService() {
        var settings = new TaskSettings(48, 16, new Seconds(600), 25, 1000);
        var rules = new CurrentRules(
                new PolicyFile(Path.of("target", "no-rules"), "policy.yaml", List.of()),
                List.of(TaskPermission.values()),
                new PolicyRules.Reading(true, "default"),
                ledger.clock);
        return new TaskService(
                tasks,
                new MemoryTaskRuns(),
                new TaskEnds(tasks, settings, ledger.clock),
                new TaskAccess(new Enforcer(rules)),
                new TaskContributions(List.of(), List.of(), List.of()),
                new DirectEvent<>(task -> due.add(task.taskId())),
                new NodeName("this-node"),
                ledger.clock);
    }

    /** The next task that waits. */
    Task next() {
        return tasks.find(due.remove()).orElseThrow();
    }

    /** Whether a task waits. */
    boolean hasNext() {
        return !due.isEmpty();
    }

    /** Does what the task wants; throws what its work throws. */
    JsonObject run(Task task) throws IOException {
        return work.run(new TaskRun() {
            @Override
            public Task task() {
                return task;
            }

            @Override
            public void say(String message) {
                said.add(message);
            }

            @Override
            public void checkpoint() {
                checkpoint.run();
            }
        });
    }

    /** What the task is refused with. */
    Fault.Kind refusal(Task task) throws IOException {
        try {
            run(task);
            throw new AssertionError("the task succeeds");
        } catch (Fault fault) {
            return fault.kind();
        }
    }

    Image image(String id) {
        return ledger.find(id);
    }

    /** What users were told last. */
    String lastWords() {
        return said.get(said.size() - 1);
    }
}
