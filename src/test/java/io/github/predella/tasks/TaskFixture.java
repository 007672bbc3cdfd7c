package io.github.predella.tasks;

import io.github.predella.config.Seconds;
import io.github.predella.core.Jsons;
import io.github.predella.jobs.HeartbeatService;
import io.github.predella.jobs.JobRun;
import io.github.predella.jobs.JobSettings;
import io.github.predella.jobs.NodeName;
import io.github.predella.policy.CurrentRules;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyFile;
import io.github.predella.policy.PolicyRules;
import io.github.predella.testing.DirectEvent;
import io.github.predella.testing.LaterExecutor;
import io.github.predella.testing.MemoryNodeBeats;
import io.github.predella.testing.MemoryTaskRepository;
import io.github.predella.testing.MemoryTaskRuns;
import io.github.predella.testing.ScriptedWork;
import io.github.predella.testing.TestingClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A ledger of tasks and the nodes that share it, without a server. */
final class TaskFixture {

    static final TaskSettings SETTINGS = new TaskSettings(48, 16, new Seconds(600), 25, 1000);

    private final TaskAccess access;
    final TestingClock clock = new TestingClock();
    final MemoryTaskRepository tasks = new MemoryTaskRepository();
    final MemoryTaskRuns runs = new MemoryTaskRuns();
    final MemoryNodeBeats beats = new MemoryNodeBeats();
    final ScriptedWork work = new ScriptedWork(Task.Type.API_IMAGE_IMPORT);

    /** With the default rules. */
    TaskFixture() {
        this(Path.of("target", "no-rules"));
    }

    /** With the rules of a file in that directory. */
    TaskFixture(Path rules) {
        access = access(rules);
    }

    /** A node that serves the given places. */
    Node node(String name, String... places) {
        return new Node(name, new LaterExecutor(100), Set.of(places));
    }

    /** The same with certain threads. */
    Node node(String name, LaterExecutor threads, String... places) {
        return new Node(name, threads, Set.of(places));
    }

    Task task(String id) {
        return tasks.find(id).orElseThrow();
    }

    static Task.Draft draft() {
        var input = Jsons.object().add("image_id", "i1").build();
        return new Task.Draft(Task.Type.API_IMAGE_IMPORT, "p1", "i1", "u1", "req-1", input);
    }

    /** One process. */
    final class Node {

        final LaterExecutor threads;
        final TaskRunService ledger;
        final TaskRunner runner;
        final TaskService service;
        final HeartbeatService heartbeat;
        private final TaskContributions contributions;

        private Node(String text, LaterExecutor threads, Set<String> places) {
            this.threads = threads;
            var name = new NodeName(text);
            ServedPlaces served = () -> places;
            this.contributions = new TaskContributions(List.of(work), List.of(), List.of(served));
            var ends = new TaskEnds(tasks, SETTINGS, clock);
            this.ledger = new TaskRunService(tasks, runs, ends, SETTINGS, name, clock);
            this.runner = new TaskRunner(ledger, contributions, threads, clock);
            this.service = new TaskService(
                    tasks, runs, ends, access, contributions, new DirectEvent<>(runner::begin), name, clock);
            this.heartbeat = new HeartbeatService(beats, name, new JobSettings(new Seconds(30)), clock);
            heartbeat.beat();
        }

        String submit(String place) {
            return service.submit(draft(), place).id();
        }

        void lookForPending() {
            new PendingTaskJob(ledger, runner, contributions, heartbeat).run(JobRun.ofNode());
        }

        void lookForAbandoned() {
            new AbandonedTaskJob(ledger, runner, heartbeat).run(JobRun.ofNode());
        }
    }

    /** The default rules, and over them those of a rule file in that directory. */
    private static TaskAccess access(Path directory) {
        var rules = new CurrentRules(
                new PolicyFile(directory, "policy.yaml", List.of()),
                List.of(TaskPermission.values()),
                new PolicyRules.Reading(true, "default"),
                new TestingClock());
        return new TaskAccess(new Enforcer(rules));
    }
}
