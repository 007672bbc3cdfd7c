/**
 * Long work that is started now and done later: the ledger of tasks ({@link io.github.predella.tasks.TaskService}), who
 * runs which ({@link io.github.predella.tasks.TaskRunner}), and what happens when a process dies over one ({@link
 * io.github.predella.tasks.AbandonedTaskJob}).
 *
 * <p>What the work does is never known here; the rooms that know supply a {@link io.github.predella.tasks.TaskWork}. Rows
 * live in {@code tasks.db}, HTTP in {@code tasks.rest}.
 */
package io.github.predella.tasks;
