package io.github.predella.tasks.db;

import io.github.predella.db.Dialect;
import io.github.predella.testing.DatabaseTables;

/** The tables of tasks. */
abstract class TaskTables extends DatabaseTables {

    TaskTables(Dialect dialect) {
        super(dialect, "task_info", "tasks", "predella_task_runs");
    }

    public JpaTaskRepository tasks() {
        return new JpaTaskRepository(database().rows(), dialect());
    }

    public JpaTaskRuns runs() {
        return new JpaTaskRuns(database().rows(), dialect());
    }
}
