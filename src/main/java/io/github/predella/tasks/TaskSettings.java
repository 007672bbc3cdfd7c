package io.github.predella.tasks;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import java.time.Duration;

/**
 * How tasks run and how long they are remembered.
 *
 * @param hoursToLive hours for which a task is remembered when it is over, at least 0
 * @param threads tasks that run at the same time on one node, at least 1
 * @param patience how long a task waits for a node that can reach its staged data
 * @param pageSize tasks on a page when the caller does not say, at least 1
 * @param maxPageSize tasks on a page at most, at least 1
 */
public record TaskSettings(
        @Setting(
                key = "task.task_time_to_live",
                fallback = "48",
                formerly = "DEFAULT.task_time_to_live",
                says = "hours for which a task is remembered when it is over")
        int hoursToLive,

        @Setting(key = "wsgi.task_pool_threads", fallback = "16", says = "tasks that run at the same time on one node")
        int threads,

        @Setting(
                key = "predella.task_patience",
                fallback = "3600",
                says = "seconds for which a task waits for a node that can reach its staged data")
        Seconds patience,

        @Setting(
                key = "DEFAULT.limit_param_default",
                fallback = "25",
                says = "images or tasks on a page when the caller does not say")
        int pageSize,

        @Setting(key = "DEFAULT.api_limit_max", fallback = "1000", says = "images or tasks on a page at most")
        int maxPageSize) {

    private static final int MOST_THREADS = 10_000;

    public TaskSettings {
        if (hoursToLive < 0) {
            throw new IllegalArgumentException("task_time_to_live is less than 0");
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("task_pool_threads is not between 1 and " + MOST_THREADS);
        }
    }

    /** For how long a task is remembered when it is over. */
    Duration timeToLive() {
        return Duration.ofHours(hoursToLive);
    }
}
