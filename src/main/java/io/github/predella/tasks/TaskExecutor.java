package io.github.predella.tasks;

import java.util.concurrent.Executor;

/** The threads that tasks run on, with a bounded queue. Rejects work with the usual exception when all are busy. */
public interface TaskExecutor extends Executor {}
