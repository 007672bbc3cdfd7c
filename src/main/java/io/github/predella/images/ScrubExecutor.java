package io.github.predella.images;

import java.util.concurrent.Executor;

/** The threads that remove kept data: as many as images may be worked on at the same time. */
public interface ScrubExecutor extends Executor {}
