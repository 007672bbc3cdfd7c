package io.github.predella.testing;

import io.github.predella.core.Page;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskFaults;
import io.github.predella.tasks.TaskQuery;
import io.github.predella.tasks.TaskQuery.Field;
import io.github.predella.tasks.TaskQuery.Filter;
import io.github.predella.tasks.TaskQuery.InSecond;
import io.github.predella.tasks.TaskQuery.Is;
import io.github.predella.tasks.TaskRepository;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ledger of tasks in a map. Safe for several threads. */
public final class MemoryTaskRepository implements TaskRepository {

    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, Instant> forgotten = new LinkedHashMap<>();

    @Override
    public synchronized void insert(Task task) {
        if (tasks.putIfAbsent(task.id(), task) != null) {
            throw new IllegalStateException("the id is taken");
        }
    }

    @Override
    public synchronized Optional<Task> find(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    @Override
    public synchronized boolean update(Task before, Task after) {
        var stored = tasks.get(before.id());
        boolean fits = stored != null && stored.status() == before.status();
        if (fits) {
            tasks.put(after.id(), after);
        }
        return fits;
    }

    @Override
    public synchronized boolean say(String id, Task.Status status, String message, Instant when) {
        var stored = tasks.get(id);
        boolean fits = stored != null && stored.status() == status;
        if (fits) {
            tasks.put(
                    id,
                    new Task(
                            id,
                            stored.type(),
                            status,
                            stored.owner(),
                            stored.imageId(),
                            stored.userId(),
                            stored.requestId(),
                            stored.input(),
                            stored.result(),
                            message,
                            stored.createdAt(),
                            when,
                            stored.expiresAt()));
        }
        return fits;
    }

    @Override
    public synchronized Page<Task> page(TaskQuery query, String owner, Instant now) {
        var order = order(query);
        int limit = query.page().limit();
        Task marker = query.page().marker() == null ? null : marker(query.page().marker(), owner);
        var found = listed(owner, now)
                .filter(task -> query.filters().stream().allMatch(filter -> meets(task, filter)))
                .filter(task -> marker == null || order.compare(task, marker) > 0)
                .sorted(order)
                .limit(limit)
                .toList();
        return new Page<>(found, limit > 0 && found.size() == limit);
    }

    private Task marker(String id, String owner) {
        return find(id).filter(task -> owner == null || owner.equals(task.owner()))
                .orElseThrow(() -> TaskFaults.unknown(id));
    }

    @Override
    public synchronized List<Task> ofImage(String imageId, String owner, Instant now) {
        return listed(owner, now)
                .filter(task -> imageId.equals(task.imageId()))
                .sorted(Comparator.comparing(Task::createdAt)
                        .thenComparing(Task::id)
                        .reversed())
                .toList();
    }

    @Override
    public synchronized int forgetExpired(Instant now, int limit) {
        var expired = tasks.values().stream()
                .filter(task -> hasExpired(task, now))
                .limit(limit)
                .toList();
        expired.forEach(task -> tasks.remove(task.id()));
        expired.forEach(task -> forgotten.put(task.id(), now));
        return expired.size();
    }

    @Override
    public synchronized int removeForgotten(Instant before, int limit) {
        var old = forgotten.keySet().stream()
                .filter(id -> forgotten.get(id).isBefore(before))
                .limit(limit)
                .toList();
        old.forEach(forgotten::remove);
        return old.size();
    }

    private Stream<Task> listed(String owner, Instant now) {
        return tasks.values().stream()
                .filter(task -> !hasExpired(task, now))
                .filter(task -> owner == null || owner.equals(task.owner()));
    }

    private static boolean hasExpired(Task task, Instant now) {
        return task.expiresAt() != null && !task.expiresAt().isAfter(now);
    }

    private static boolean meets(Task task, Filter filter) {
        if (filter instanceof Is is) {
            return is.text().equals(text(task, is.field()));
        }
        var in = (InSecond) filter;
        var time = time(task, in.field());
        return time != null && time.truncatedTo(ChronoUnit.SECONDS).equals(in.second());
    }

    private static Comparator<Task> order(TaskQuery query) {
        var key = query.sortKey();
        Comparator<Task> order = key.isTime()
                ? Comparator.comparing(task -> time(task, key) == null ? task.createdAt() : time(task, key))
                : Comparator.comparing(task -> text(task, key) == null ? "" : text(task, key));
        order = order.thenComparing(Task::createdAt).thenComparing(Task::id);
        return query.ascending() ? order : order.reversed();
    }

    private static String text(Task task, Field field) {
        return switch (field) {
            case ID -> task.id();
            case TYPE -> task.type().wireName();
            case STATUS -> task.status().wireName();
            case OWNER -> task.owner();
            case IMAGE_ID -> task.imageId();
            case USER_ID -> task.userId();
            case REQUEST_ID -> task.requestId();
            case CREATED_AT, UPDATED_AT, EXPIRES_AT -> throw new IllegalArgumentException(field + " is a time");
        };
    }

    private static Instant time(Task task, Field field) {
        return switch (field) {
            case CREATED_AT -> task.createdAt();
            case UPDATED_AT -> task.updatedAt();
            case EXPIRES_AT -> task.expiresAt();
            default -> throw new IllegalArgumentException(field + " is a text");
        };
    }
}
