package io.github.predella.boot;

import io.github.predella.config.PredellaSettings;
import io.github.predella.observe.Figures;
import io.github.predella.rest.Departure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The end of a node in good order, when it is told to stop: it tells load balancers and clients to go elsewhere, refuses
 * new connections a little later, lets end what runs, and is gone before anybody has to wait for it. Told a second time,
 * it ends at once. Only where the process is this node's alone ({@code exit_on_failure}), since it ends the process.
 */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class.getName());

    /** Requests that follow each other more closely are taken for one piece of work. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** For what has to end now: a connection that is being closed, work that is broken off. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    /** The status of a process that a signal has ended. */
    private static final int TERMINATED = 128 + 15;

    private final AtomicBoolean begun = new AtomicBoolean();
    private Runnable unhear = () -> {};

    private DrainSettings settings;
    private PredellaSettings process;
    private Departure departure;
    private Traffic traffic;
    private FrontDoors doors;
    private OngoingWork work;

    /** For the container's proxy only. */
    protected Drain() {}

    @Inject
    public Drain(
            DrainSettings settings,
            PredellaSettings process,
            Departure departure,
            Traffic traffic,
            FrontDoors doors,
            OngoingWork work) {
        this.settings = settings;
        this.process = process;
        this.departure = departure;
        this.traffic = traffic;
        this.doors = doors;
        this.work = work;
    }

    /**
     * Hears the signal from now on.
     *
     * @param threads makes the thread on which the node ends
     */
    void listen(Threads threads) {
        if (process.exitOnFailure() && settings.isWanted()) {
            var end = threads.once(this::run);
            unhear = Signals.hear(Signals.TERMINATE, () -> told(end)).orElse(() -> {});
        }
    }

    private void told(Thread end) {
        if (begun.compareAndSet(false, true)) {
            end.start();
        } else {
            LOG.warning("The service was told to stop again and ends at once");
            Runtime.getRuntime().halt(TERMINATED);
        }
    }

    @PreDestroy
    void unhear() {
        if (!begun.get()) {
            unhear.run();
        }
    }

    private void run() {
        int status = 1;
        try {
            drain();
            status = 0;
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "the service stops, but not in good order", failure);
        }
        System.exit(status);
    }

    private void drain() {
        long shutAt = System.nanoTime() + settings.delay().toDuration().toNanos();
        long endAt = shutAt + settings.time().toDuration().toNanos();
        LOG.info(() -> "The service stops: it is not ready any more, refuses connections in " + settings.delay()
                + " seconds, and ends when nothing runs, at most " + settings.time() + " seconds later");
        departure.begin();
        Figures.ready(false);
        work.rest();
        await(shutAt, () -> false);
        doors.shut();
        boolean done = await(endAt, this::isOver);
        if (!done) {
            LOG.warning(() -> "The time to stop is over, what still runs is cut off: " + traffic.running() + " requests"
                    + (work.isIdle() ? "" : ", and downloads or tasks"));
        }
        doors.closeAll();
        work.stop(FAREWELL);
        await(System.nanoTime() + FAREWELL.toNanos(), () -> traffic.running() == 0);
        work.leave(FAREWELL);
        LOG.info("The service has stopped");
    }

    /** Whether nothing runs and nobody is connected any more; whoever is connected to no purpose is not for long. */
    private boolean isOver() {
        if (!traffic.isQuietFor(QUIET) || !work.isIdle()) {
            return false;
        }
        doors.closeIdle();
        return doors.areDeserted();
    }

    private static boolean await(long deadline, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
