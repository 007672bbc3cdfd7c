package io.github.predella.jobs;

import java.util.concurrent.Executor;

/** The threads that jobs run on: few, with a bounded queue. Rejects work with the usual exception when all are busy. */
public interface JobExecutor extends Executor {}
