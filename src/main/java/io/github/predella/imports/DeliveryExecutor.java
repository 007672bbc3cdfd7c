package io.github.predella.imports;

import java.util.concurrent.Executor;

/** The threads that help imports to bring data to several stores at once, without a queue. Rejects when all are busy. */
public interface DeliveryExecutor extends Executor {}
