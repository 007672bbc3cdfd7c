package io.github.predella.jobs;

import io.github.predella.observe.Audited;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts every job in its time. The timers are not persistent, so every node has its own; {@link JobTurns} sees to it
 * that what one node of all is to do is done by one. A tick only hands the work over, so that a long run keeps no other
 * job waiting.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobClock {

    private static final Logger LOG = Logger.getLogger(JobClock.class.getName());

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private volatile boolean resting;
    private volatile boolean stopped;

    @Resource
    private TimerService timers;

    @Inject
    @jakarta.enterprise.inject.Any
    private Instance<Job> found;

    @Inject
    private JobExecutor executor;

    @Inject
    private JobTurns turns;

    @Inject
    private JobStates states;

    /** Sets the clock going: every job runs at once and then in its rhythm. Called once, when all else is ready. */
    public void begin() {
        found.forEach(job -> {
            jobs.put(job.name(), job);
            states.known(job);
            timers.createIntervalTimer(0, job.every().toMillis(), new TimerConfig(job.name(), false));
        });
    }

    @Timeout
    void tick(Timer timer) {
        start((String) timer.getInfo());
    }

    /** Runs a job now, besides its rhythm, unless it runs already; nothing happens when there is none of that name. */
    @Audited
    public void start(String name) {
        var job = jobs.get(name);
        if (job != null && isDue(job) && running.add(job.name())) {
            try {
                executor.execute(() -> runOnce(job));
            } catch (RejectedExecutionException busy) {
                running.remove(job.name());
                LOG.log(Level.WARNING, "job {0} is left out this time: all threads are busy", job.name());
            }
        }
    }

    private boolean isDue(Job job) {
        return !stopped && (!resting || job.isDoneToTheEnd());
    }

    /** Begins no more jobs, except those that are done to the end. */
    public void rest() {
        resting = true;
    }

    /**
     * Begins no more jobs at all, lets those end that run and gives them some time to. What one node of all is to do is
     * another's as soon as it has ended here.
     */
    public void stop(Duration patience) {
        stopped = true;
        turns.stop();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!running.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        running.forEach(name -> LOG.log(Level.WARNING, "job {0} does not end in time for the stop", name));
    }

    private void runOnce(Job job) {
        states.begun(job);
        String problem = null;
        try {
            turns.run(job);
        } catch (RuntimeException failure) {
            problem = failure.toString();
            LOG.log(Level.WARNING, failure, () -> "job " + job.name() + " failed and is tried again");
        } finally {
            states.ended(job, problem);
            running.remove(job.name());
        }
    }
}
