package io.github.predella.boot;

import io.github.predella.cache.CacheExecutor;
import io.github.predella.dashboard.events.WatchTimer;
import io.github.predella.data.DigestExecutor;
import io.github.predella.data.EndingExecutor;
import io.github.predella.data.WritebackExecutor;
import io.github.predella.images.DeletionSettings;
import io.github.predella.images.ScrubExecutor;
import io.github.predella.imports.DeliveryExecutor;
import io.github.predella.jobs.JobExecutor;
import io.github.predella.notify.NotifyThreads;
import io.github.predella.tasks.TaskExecutor;
import io.github.predella.tasks.TaskSettings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads beside those of the server: every group has few of them and a bounded queue, or none. */
@ApplicationScoped
public class Threads {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final List<ThreadPoolExecutor> pools = new ArrayList<>();

    // Guarded by this.
    private ScheduledThreadPoolExecutor alarms;

    @Resource
    private ManagedThreadFactory factory;

    @Produces
    @Singleton
    JobExecutor jobs() {
        return pool(4, new ArrayBlockingQueue<>(64))::execute;
    }

    /** What finds no room in the queue waits in the database, where every node finds it. */
    @Produces
    @Singleton
    TaskExecutor tasks(TaskSettings settings) {
        return pool(settings.threads(), new ArrayBlockingQueue<>(64))::execute;
    }

    @Produces
    @Singleton
    ScrubExecutor scrubbing(DeletionSettings settings) {
        return pool(settings.atOnce(), new ArrayBlockingQueue<>(settings.atOnce()))::execute;
    }

    /** One thread a digest and transfer at most, and never more at work than there are processors. */
    @Produces
    @Singleton
    DigestExecutor digests() {
        return pool(Math.max(2, PROCESSORS), new SynchronousQueue<>())::execute;
    }

    /** Import tasks work themselves too; without helpers they take one store after another. */
    @Produces
    @Singleton
    DeliveryExecutor deliveries() {
        return pool(32, new SynchronousQueue<>())::execute;
    }

    /** A copy occupies a thread only while there are bytes to write, and at its end while it is verified. */
    @Produces
    @Singleton
    CacheExecutor copies() {
        return pool(4, new ArrayBlockingQueue<>(64))::execute;
    }

    /** A connection that breaks down may hold a thread for half a minute. */
    @Produces
    @Singleton
    EndingExecutor endings() {
        return pool(32, new ArrayBlockingQueue<>(4096))::execute;
    }

    /** One look after another, and none while nobody listens. */
    @Produces
    @Singleton
    WatchTimer looks() {
        var looks = new ScheduledThreadPoolExecutor(1, factory);
        pools.add(looks);
        return (pause, work) -> {
            var rounds = looks.scheduleWithFixedDelay(work, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
            return () -> rounds.cancel(false);
        };
    }

    @Produces
    @Singleton
    WritebackExecutor writebacks() {
        return devices()::execute;
    }

    /** One that lives as long as the service. */
    @Produces
    @Singleton
    NotifyThreads notifications() {
        return factory::newThread;
    }

    /** For short tasks that wait for a device. */
    Executor devices() {
        return pool(4, new ArrayBlockingQueue<>(64));
    }

    /** Ends what takes too long over HTTP: very short tasks, most of which are called off. */
    synchronized ScheduledExecutorService alarms() {
        if (alarms == null) {
            alarms = new ScheduledThreadPoolExecutor(1, factory);
            alarms.setRemoveOnCancelPolicy(true);
            pools.add(alarms);
        }
        return alarms;
    }

    /** A thread that is started once, by whoever gets it. */
    Thread once(Runnable work) {
        return factory.newThread(work);
    }

    private synchronized ThreadPoolExecutor pool(int threads, BlockingQueue<Runnable> queue) {
        var pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, queue, factory);
        pool.allowCoreThreadTimeOut(true);
        pools.add(pool);
        return pool;
    }

    @PreDestroy
    void stop() {
        pools.forEach(ThreadPoolExecutor::shutdownNow);
    }
}
