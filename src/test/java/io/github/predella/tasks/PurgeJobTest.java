package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.config.PurgeSettings;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import io.github.predella.testing.Tasks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurgeJobTest {

    private final TaskFixture world = new TaskFixture();

    @BeforeEach
    void forget() {
        for (int i = 0; i < 2 * PurgeJob.SOME + 1; i++) {
            world.tasks.insert(Tasks.succeeded(world.clock.instant()).done());
        }
        world.tasks.forgetExpired(world.clock.instant(), Integer.MAX_VALUE);
        world.clock.advance(Duration.ofDays(2));
    }

    private PurgeJob after(int days) {
        return new PurgeJob(world.node("n1").ledger, new PurgeSettings(days), world.clock);
    }

    private int left() {
        return world.tasks.removeForgotten(world.clock.instant(), Integer.MAX_VALUE);
    }

    @Test
    void tasksGoWhenTheyWereForgottenLongAgo() {
        var job = after(1);

        job.run(JobRun.ofNode());

        assertEquals(0, left());
        assertEquals(Job.Scope.CLUSTER, job.scope());
    }

    @Test
    void youngerTasksStay() {
        after(3).run(JobRun.ofNode());

        assertEquals(2 * PurgeJob.SOME + 1, left());
    }

    @Test
    void nothingGoesWhereNothingIsSaid() {
        after(0).run(JobRun.ofNode());

        assertEquals(2 * PurgeJob.SOME + 1, left());
    }

    @Test
    void runThatLosesItsLeaseStops() {
        var asked = new AtomicInteger();

        after(1).run(() -> asked.incrementAndGet() <= 1);

        assertEquals(PurgeJob.SOME + 1, left());
    }
}
