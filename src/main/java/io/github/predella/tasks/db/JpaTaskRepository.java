package io.github.predella.tasks.db;

import io.github.predella.core.Page;
import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskFaults;
import io.github.predella.tasks.TaskQuery;
import io.github.predella.tasks.TaskRepository;
import io.github.predella.tasks.TaskText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks in the tables {@code tasks} and {@code task_info}. A page costs two statements, three with a marker. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaTaskRepository implements TaskRepository {

    private EntityManager rows;
    private Dialect dialect;

    /** For the container's proxy only. */
    protected JpaTaskRepository() {}

    @Inject
    public JpaTaskRepository(EntityManager rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    @Override
    public void insert(Task task) {
        var expires = RowTimes.utc(task.expiresAt());
        var insert = new SqlText()
                .add("INSERT INTO tasks (id, type, status, owner, image_id, user_id, request_id")
                // A null has no type of its own, and PostgreSQL does not take one of texts for a time.
                .add(expires == null ? "" : ", expires_at")
                .add(", created_at, updated_at, deleted) VALUES (")
                .add(
                        "?, ?, ?, ?, ",
                        task.id(),
                        task.type().wireName(),
                        task.status().wireName(),
                        task.owner())
                .add("?, ?, ?, ", task.imageId(), task.userId(), task.requestId());
        if (expires != null) {
            insert.add("?, ", expires);
        }
        insert.add("?, ?, FALSE)", RowTimes.utc(task.createdAt()), RowTimes.utc(task.updatedAt()))
                .query(rows)
                .executeUpdate();
        new SqlText()
                .add("INSERT INTO task_info (task_id, " + input() + ", result, message) VALUES (?, ", task.id())
                .add("?, ?, ?)", TaskText.json(task.input()), TaskText.json(task.result()), task.message())
                .query(rows)
                .executeUpdate();
    }

    @Override
    public Optional<Task> find(String id) {
        return tasks(new SqlText().add("SELECT t.* FROM tasks t WHERE t.deleted = FALSE AND t.id = ?", id)).stream()
                .findFirst();
    }

    @Override
    public boolean update(Task before, Task after) {
        var update = new SqlText()
                .add(
                        "UPDATE tasks SET status = ?, updated_at = ?",
                        after.status().wireName(),
                        RowTimes.utc(after.updatedAt()));
        if (after.expiresAt() != null) {
            update.add(", expires_at = ?", RowTimes.utc(after.expiresAt()));
        }
        boolean updated = update.add(
                                " WHERE id = ? AND status = ? AND deleted = FALSE",
                                after.id(),
                                before.status().wireName())
                        .query(rows)
                        .executeUpdate()
                == 1;
        if (updated) {
            new SqlText()
                    .add("UPDATE task_info SET result = ?, message = ?", TaskText.json(after.result()), after.message())
                    .add(" WHERE task_id = ?", after.id())
                    .query(rows)
                    .executeUpdate();
        }
        return updated;
    }

    @Override
    public boolean say(String id, Task.Status status, String message, Instant when) {
        boolean said = new SqlText()
                        .add("UPDATE tasks SET updated_at = ?", RowTimes.utc(when))
                        .add(" WHERE id = ? AND status = ? AND deleted = FALSE", id, status.wireName())
                        .query(rows)
                        .executeUpdate()
                == 1;
        if (said) {
            new SqlText()
                    .add("UPDATE task_info SET message = ? WHERE task_id = ?", message, id)
                    .query(rows)
                    .executeUpdate();
        }
        return said;
    }

    @Override
    public Page<Task> page(TaskQuery query, String owner, Instant now) {
        int limit = query.page().limit();
        var marker = query.page().marker() == null ? null : marker(query.page().marker(), owner);
        if (limit == 0) {
            return new Page<>(List.of(), false);
        }
        var found = tasks(new TaskSearch(dialect, query, owner, now, marker).statement());
        return new Page<>(found, found.size() == limit);
    }

    private TaskRow marker(String id, String owner) {
        var search = new SqlText().add("SELECT t.* FROM tasks t WHERE t.deleted = FALSE AND t.id = ?", id);
        if (owner != null) {
            search.add(" AND t.owner = ?", owner);
        }
        return search.rows(rows, TaskRow.class).stream().findFirst().orElseThrow(() -> TaskFaults.unknown(id));
    }

    @Override
    public List<Task> ofImage(String imageId, String owner, Instant now) {
        var search = new SqlText()
                .add("SELECT t.* FROM tasks t WHERE t.deleted = FALSE AND t.image_id = ?", imageId)
                .add(" AND (t.expires_at IS NULL OR t.expires_at > ?)", RowTimes.utc(now));
        if (owner != null) {
            search.add(" AND t.owner = ?", owner);
        }
        return tasks(search.add(" ORDER BY t.created_at DESC, t.id DESC"));
    }

    @Override
    public int forgetExpired(Instant now, int limit) {
        var expired = new SqlText()
                .add("SELECT t.id FROM tasks t WHERE t.deleted = FALSE AND t.expires_at <= ?", RowTimes.utc(now))
                .add(" ORDER BY t.expires_at" + dialect.firstRows(limit))
                .query(rows)
                .getResultList();
        if (expired.isEmpty()) {
            return 0;
        }
        return new SqlText()
                .add("UPDATE tasks SET deleted = TRUE, deleted_at = ? WHERE deleted = FALSE AND id", RowTimes.utc(now))
                .addIn(expired)
                .query(rows)
                .executeUpdate();
    }

    @Override
    public int removeForgotten(Instant before, int limit) {
        var forgotten = new SqlText()
                .add("SELECT t.id FROM tasks t WHERE t.deleted = TRUE AND t.deleted_at < ?", RowTimes.utc(before))
                .add(" AND NOT EXISTS (SELECT 1 FROM predella_task_runs r WHERE r.task_id = t.id)")
                .add(" ORDER BY t.id" + dialect.firstRows(limit))
                .query(rows)
                .getResultList();
        if (!forgotten.isEmpty()) {
            new SqlText()
                    .add("DELETE FROM task_info WHERE task_id")
                    .addIn(forgotten)
                    .query(rows)
                    .executeUpdate();
            new SqlText()
                    .add("DELETE FROM tasks WHERE id")
                    .addIn(forgotten)
                    .query(rows)
                    .executeUpdate();
        }
        return forgotten.size();
    }

    /** The tasks that a search finds, with what their second rows say. */
    private List<Task> tasks(SqlText search) {
        var found = search.rows(rows, TaskRow.class);
        var infos = infos(found.stream().map(row -> row.id).toList());
        return found.stream()
                .map(row -> task(row, infos.getOrDefault(row.id, TaskInfo.NONE)))
                .toList();
    }

    private Map<String, TaskInfo> infos(List<String> ids) {
        var infos = new HashMap<String, TaskInfo>();
        if (!ids.isEmpty()) {
            @SuppressWarnings("unchecked")
            List<Object[]> found = new SqlText()
                    .add("SELECT i.task_id, i." + input() + ", i.result, i.message FROM task_info i WHERE i.task_id")
                    .addIn(ids)
                    .query(rows)
                    .getResultList();
            found.forEach(
                    row -> infos.put((String) row[0], new TaskInfo((String) row[1], (String) row[2], (String) row[3])));
        }
        return infos;
    }

    /** The column of that name, which is a word of one database's own language. */
    private String input() {
        return dialect.words().get("input");
    }

    private static Task task(TaskRow row, TaskInfo info) {
        return new Task(
                row.id,
                Task.Type.of(row.type),
                Task.Status.of(row.status),
                row.owner,
                row.imageId,
                row.userId,
                row.requestId,
                info.inputObject(),
                info.resultObject(),
                info.messageText(),
                RowTimes.instant(row.createdAt),
                RowTimes.instant(row.updatedAt == null ? row.createdAt : row.updatedAt),
                RowTimes.instant(row.expiresAt));
    }
}
