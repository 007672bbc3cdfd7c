package io.github.predella.data;

import java.util.concurrent.Executor;

/** The threads that help uploads to compute their digests: few, without a queue. Rejects when all are busy. */
public interface DigestExecutor extends Executor {}
