package io.github.predella.cache;

import java.util.concurrent.Executor;

/** The threads that write copies: few, with a bounded queue. Rejects work with the usual exception when all are busy. */
public interface CacheExecutor extends Executor {}
