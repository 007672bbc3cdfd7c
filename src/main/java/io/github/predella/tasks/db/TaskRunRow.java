package io.github.predella.tasks.db;

import io.github.predella.db.RowTimes;
import io.github.predella.tasks.TaskRuns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A row of the table {@code predella_task_runs}. */
@Entity
@Table(name = "predella_task_runs")
class TaskRunRow {

    @Id
    @Column(name = "task_id")
    String taskId;

    @Column(name = "image_id")
    String imageId;

    String place;

    String node;

    String reason;

    @Column(name = "created_at")
    LocalDateTime createdAt;

    TaskRuns.Run run() {
        return new TaskRuns.Run(taskId, imageId, place, node, reason, RowTimes.instant(createdAt));
    }
}
