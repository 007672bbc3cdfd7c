package io.github.predella.testing;

import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskRuns;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The notes about who runs which task, in a map. Safe for several threads. */
public final class MemoryTaskRuns implements TaskRuns {

    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, Instant> served = new HashMap<>();

    @Override
    public synchronized void note(Task task, String place, Instant when) {
        if (runs.putIfAbsent(task.id(), new Run(task.id(), task.imageId(), place, null, null, when)) != null) {
            throw new IllegalStateException("there is a note already");
        }
        served.put(task.id(), when);
    }

    @Override
    public synchronized Optional<Run> find(String taskId) {
        return Optional.ofNullable(runs.get(taskId));
    }

    @Override
    public boolean claim(String taskId, String node) {
        return change(taskId, MemoryTaskRuns::waits, run -> with(run, node, run.reason()));
    }

    @Override
    public synchronized boolean giveUp(String taskId, String node, String reason, Instant unservedSince) {
        return change(
                taskId,
                run -> waits(run) && served.get(taskId).isBefore(unservedSince),
                run -> with(run, node, reason));
    }

    @Override
    public boolean withdraw(String taskId, String node, String reason) {
        return change(taskId, MemoryTaskRuns::waits, run -> with(run, node, reason));
    }

    @Override
    public boolean askToEnd(String taskId, String reason) {
        return change(taskId, run -> !waits(run), run -> with(run, run.node(), reason));
    }

    @Override
    public boolean takeOver(String taskId, String from, String to) {
        return change(taskId, run -> from.equals(run.node()), run -> with(run, to, run.reason()));
    }

    @Override
    public boolean end(String taskId, String node) {
        return change(taskId, run -> node.equals(run.node()), run -> null);
    }

    @Override
    public boolean drop(String taskId) {
        return change(taskId, run -> true, run -> null);
    }

    private synchronized boolean change(String taskId, Predicate<Run> fits, UnaryOperator<Run> change) {
        var run = runs.get(taskId);
        if (run == null || !fits.test(run)) {
            return false;
        }
        runs.computeIfPresent(taskId, (id, before) -> change.apply(before));
        return true;
    }

    private static boolean waits(Run run) {
        return run.node() == null;
    }

    private static Run with(Run run, String node, String reason) {
        return new Run(run.taskId(), run.imageId(), run.place(), node, reason, run.createdAt());
    }

    @Override
    public synchronized List<Run> waiting(Collection<String> places, int limit) {
        return runs.values().stream()
                .filter(MemoryTaskRuns::waits)
                .filter(run -> run.place() == null || places.contains(run.place()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Run> unserved(Collection<String> places, Instant since) {
        return runs.values().stream()
                .filter(MemoryTaskRuns::waits)
                .filter(run -> run.place() != null && !places.contains(run.place()))
                .filter(run -> served.get(run.taskId()).isBefore(since))
                .toList();
    }

    @Override
    public synchronized void noteServed(Collection<String> places, Instant when, Instant unlessSince) {
        runs.values().stream()
                .filter(MemoryTaskRuns::waits)
                .filter(run -> run.place() != null && places.contains(run.place()))
                .filter(run -> served.get(run.taskId()).isBefore(unlessSince))
                .forEach(run -> served.put(run.taskId(), when));
    }

    @Override
    public synchronized List<Run> claimed() {
        return runs.values().stream().filter(run -> !waits(run)).toList();
    }
}
