/**
 * Long work that callers start and look after. So far only who may ask about it ({@link
 * io.github.predella.tasks.TaskPermission}) and what a task looks like ({@link io.github.predella.tasks.TaskSchema}).
 *
 * <p>What the work does is never known here; HTTP lives in {@code tasks.rest}.
 */
package io.github.predella.tasks;
