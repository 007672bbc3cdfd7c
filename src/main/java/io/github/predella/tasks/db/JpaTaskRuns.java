package io.github.predella.tasks.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The notes about who runs which task, in the table {@code predella_task_runs}. It holds what is not over, so few. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaTaskRuns implements TaskRuns {

    private EntityManager rows;
    private Dialect dialect;

    /** For the container's proxy only. */
    protected JpaTaskRuns() {}

    @Inject
    public JpaTaskRuns(EntityManager rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    @Override
    public void note(Task task, String place, Instant when) {
        new SqlText()
                .add("INSERT INTO predella_task_runs (task_id, image_id, place, created_at, served_at)")
                .add(" VALUES (?, ?, ?, ", task.id(), task.imageId(), place)
                .add("?, ?)", RowTimes.utc(when), RowTimes.utc(when))
                .query(rows)
                .executeUpdate();
    }

    @Override
    public Optional<Run> find(String taskId) {
        return runs(new SqlText().add(" WHERE r.task_id = ?", taskId)).stream().findFirst();
    }

    @Override
    public boolean claim(String taskId, String node) {
        return changesOne(new SqlText()
                .add("UPDATE predella_task_runs SET node = ? WHERE task_id = ? AND node IS NULL", node, taskId));
    }

    @Override
    public boolean giveUp(String taskId, String node, String reason, Instant unservedSince) {
        return changesOne(new SqlText()
                .add("UPDATE predella_task_runs SET node = ?, reason = ?", node, reason)
                .add(" WHERE task_id = ? AND node IS NULL AND served_at < ?", taskId, RowTimes.utc(unservedSince)));
    }

    @Override
    public boolean withdraw(String taskId, String node, String reason) {
        return changesOne(new SqlText()
                .add("UPDATE predella_task_runs SET node = ?, reason = ?", node, reason)
                .add(" WHERE task_id = ? AND node IS NULL", taskId));
    }

    @Override
    public boolean askToEnd(String taskId, String reason) {
        return changesOne(new SqlText()
                .add(
                        "UPDATE predella_task_runs SET reason = ? WHERE task_id = ? AND node IS NOT NULL",
                        reason,
                        taskId));
    }

    @Override
    public boolean takeOver(String taskId, String from, String to) {
        return changesOne(new SqlText()
                .add("UPDATE predella_task_runs SET node = ? WHERE task_id = ? AND node = ?", to, taskId, from));
    }

    @Override
    public boolean end(String taskId, String node) {
        return changesOne(
                new SqlText().add("DELETE FROM predella_task_runs WHERE task_id = ? AND node = ?", taskId, node));
    }

    @Override
    public boolean drop(String taskId) {
        return changesOne(new SqlText().add("DELETE FROM predella_task_runs WHERE task_id = ?", taskId));
    }

    @Override
    public List<Run> waiting(Collection<String> places, int limit) {
        var condition = new SqlText().add(" WHERE r.node IS NULL AND (r.place IS NULL");
        if (!places.isEmpty()) {
            condition.add(" OR r.place").addIn(List.copyOf(places));
        }
        return runs(condition.add(") ORDER BY r.created_at, r.task_id" + dialect.firstRows(limit)));
    }

    @Override
    public List<Run> unserved(Collection<String> places, Instant since) {
        var condition = new SqlText()
                .add(" WHERE r.node IS NULL AND r.place IS NOT NULL AND r.served_at < ?", RowTimes.utc(since));
        if (!places.isEmpty()) {
            condition.add(" AND r.place NOT").addIn(List.copyOf(places));
        }
        return runs(condition.add(" ORDER BY r.created_at, r.task_id"));
    }

    @Override
    public void noteServed(Collection<String> places, Instant when, Instant unlessSince) {
        if (!places.isEmpty()) {
            new SqlText()
                    .add("UPDATE predella_task_runs SET served_at = ?", RowTimes.utc(when))
                    .add(" WHERE node IS NULL AND served_at < ? AND place", RowTimes.utc(unlessSince))
                    .addIn(List.copyOf(places))
                    .query(rows)
                    .executeUpdate();
        }
    }

    @Override
    public List<Run> claimed() {
        return runs(new SqlText().add(" WHERE r.node IS NOT NULL ORDER BY r.created_at, r.task_id"));
    }

    private boolean changesOne(SqlText statement) {
        return statement.query(rows).executeUpdate() == 1;
    }

    private List<Run> runs(SqlText condition) {
        return new SqlText()
                .add("SELECT r.* FROM predella_task_runs r").add(condition).rows(rows, TaskRunRow.class).stream()
                        .map(TaskRunRow::run)
                        .toList();
    }
}
