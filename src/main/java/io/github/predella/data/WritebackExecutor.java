package io.github.predella.data;

import java.util.concurrent.Executor;

/** The threads that wait for the device while a file is still written or measured. Rejects when all are busy. */
public interface WritebackExecutor extends Executor {}
