package io.github.predella.jobs;

import io.github.predella.observe.JobFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What became of the last run of each job on this node, for operators. Kept in memory; safe for use by many threads. */
@ApplicationScoped
public class JobStates {

    private final Map<String, State> states = new ConcurrentHashMap<>();
    private Clock clock;

    /** For the container's proxy only. */
    protected JobStates() {}

    @Inject
    public JobStates(Clock clock) {
        this.clock = clock;
    }

    /**
     * A job and its last run here.
     *
     * @param job which one
     * @param begun when the last run began, null when there was none yet
     * @param ended when it ended, null while it runs
     * @param problem why it failed, null when it did not
     */
    public record State(Job job, Instant begun, Instant ended, String problem) {

        /** Whether it runs now. */
        public boolean isRunning() {
            return begun != null && ended == null;
        }
    }

    void known(Job job) {
        states.put(job.name(), new State(job, null, null, null));
        JobFigures.known(job.name(), job.every(), clock.instant());
    }

    void begun(Job job) {
        states.put(job.name(), new State(job, clock.instant(), null, null));
    }

    void ended(Job job, String problem) {
        states.computeIfPresent(job.name(), (name, run) -> new State(job, run.begun(), clock.instant(), problem));
    }

    /** All jobs of this node, by name. */
    public List<State> all() {
        return states.values().stream()
                .sorted(Comparator.comparing(state -> state.job().name()))
                .toList();
    }
}
