package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import io.github.predella.testing.Tasks;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExpiredTaskJobTest {

    private final TaskFixture world = new TaskFixture();
    private final ExpiredTaskJob job = new ExpiredTaskJob(world.node("n1").ledger);

    private void store(int expired) {
        for (int i = 0; i < expired; i++) {
            world.tasks.insert(Tasks.succeeded(world.clock.instant()).done());
        }
    }

    private int left() {
        return world.tasks.forgetExpired(world.clock.instant(), Integer.MAX_VALUE);
    }

    @Test
    void expiredTasksAreForgottenHoweverManyThereAre() {
        store(2 * ExpiredTaskJob.SOME + 1);

        job.run(JobRun.ofNode());

        assertEquals(0, left());
        assertEquals(Job.Scope.CLUSTER, job.scope());
    }

    @Test
    void runThatLosesItsLeaseStops() {
        var batches = new AtomicInteger();
        store(3 * ExpiredTaskJob.SOME);

        job.run(() -> batches.incrementAndGet() <= 1);

        assertEquals(2 * ExpiredTaskJob.SOME, left());
    }
}
