-- Phase: expand. Safe while older nodes run: yes (a new table, and indexes that lock writers out while they are built).

-- Tasks that wait for a process or have one, and tasks that are over but not cleaned up after. A place is a staging area;
-- only a process that serves it may take the task. No node: nobody has taken it yet. A reason: it is to end early.
-- Served: when a process that serves the place looked at it last.
CREATE TABLE predella_task_runs (
    task_id VARCHAR(36) NOT NULL PRIMARY KEY,
    image_id VARCHAR(36),
    place VARCHAR(80),
    node VARCHAR(80),
    reason ${text},
    created_at ${time} NOT NULL,
    served_at ${time} NOT NULL
)${table_options};

-- What a page of tasks walks along, and what finds the tasks that may be forgotten.
CREATE INDEX predella_ix_tasks_created ON tasks (deleted, created_at DESC, id DESC);
CREATE INDEX predella_ix_tasks_owner_created ON tasks (owner, deleted, created_at DESC, id DESC);
CREATE INDEX predella_ix_tasks_expires ON tasks (deleted, expires_at);
