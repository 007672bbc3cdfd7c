package io.github.predella.data;

import java.util.concurrent.Executor;

/** The threads that end downloads, which may mean to wait for a socket for a while. */
public interface EndingExecutor extends Executor {}
