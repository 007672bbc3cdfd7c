package io.github.predella.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.testing.MemoryLeases;
import io.github.predella.testing.TestingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JobTurnsTest {

    private final TestingClock clock = new TestingClock();
    private final MemoryLeases leases = new MemoryLeases(clock);
    private final JobTurns first = turns("n1");
    private final JobTurns second = turns("n2");
    private final List<String> runs = new ArrayList<>();

    private JobTurns turns(String node) {
        return new JobTurns(new LeaseService(leases, new NodeName(node)), clock);
    }

    private record Work(Scope scope, Consumer<JobRun> work) implements Job {

        @Override
        public String name() {
            return "work";
        }

        @Override
        public Duration every() {
            return Duration.ofMinutes(5);
        }

        @Override
        public void run(JobRun run) {
            work.accept(run);
        }
    }

    private Job job(Job.Scope scope) {
        return new Work(scope, run -> runs.add(String.valueOf(run.stillOurs())));
    }

    @Test
    void everyNodeRunsAJobOfItsOwn() {
        first.run(job(Job.Scope.NODE));
        second.run(job(Job.Scope.NODE));

        assertEquals(List.of("true", "true"), runs);
    }

    @Test
    void oneNodeOfAllRunsAJobOfTheClusterInItsRhythm() {
        var job = job(Job.Scope.CLUSTER);

        first.run(job);
        clock.advance(Duration.ofMinutes(4));
        second.run(job);
        assertEquals(1, runs.size());
        clock.advance(Duration.ofMinutes(1));
        first.run(job);
        second.run(job);

        assertEquals(2, runs.size());
    }

    @Test
    void nodeThatDiedIsReplacedWhenItsTermIsOver() {
        new LeaseService(leases, new NodeName("dead")).take("work");

        clock.advance(LeaseService.TERM);
        first.run(job(Job.Scope.CLUSTER));
        assertEquals(0, runs.size());
        clock.advance(Duration.ofSeconds(1));
        first.run(job(Job.Scope.CLUSTER));

        assertEquals(1, runs.size());
    }

    @Test
    void runThatAsksNowAndThenKeepsItsLease() {
        var job = new Work(Job.Scope.CLUSTER, run -> {
            for (int i = 0; i < 20; i++) {
                clock.advance(Duration.ofSeconds(21));
                runs.add(String.valueOf(run.stillOurs()));
                second.run(job(Job.Scope.CLUSTER));
            }
        });

        first.run(job);

        assertEquals(20, runs.size());
        assertEquals(false, runs.contains("false"));
    }

    @Test
    void runThatWasTooSlowLosesItsLeaseForGood() {
        var job = new Work(Job.Scope.CLUSTER, run -> {
            clock.advance(Duration.ofSeconds(61));
            second.run(job(Job.Scope.CLUSTER));
            runs.add("late " + run.stillOurs());
            runs.add("later " + run.stillOurs());
        });

        first.run(job);

        assertEquals(List.of("true", "late false", "later false"), runs);
    }

    @Test
    void runOfANodeThatStopsIsBrokenOffAndAnotherNodeGoesOnAtOnce() {
        var job = new Work(Job.Scope.CLUSTER, run -> {
            runs.add("begun " + run.stillOurs());
            first.stop();
            runs.add("stopped " + run.stillOurs());
        });

        first.run(job);
        clock.advance(Duration.ofMillis(1));
        second.run(job(Job.Scope.CLUSTER));

        assertEquals(List.of("begun true", "stopped false", "true"), runs);
    }

    @Test
    void runThatWasOverWhenItsNodeStoppedIsNotDoneAgain() {
        var job = new Work(Job.Scope.CLUSTER, run -> {
            runs.add("done " + run.stillOurs());
            first.stop();
        });

        first.run(job);
        clock.advance(Duration.ofMillis(1));
        second.run(job(Job.Scope.CLUSTER));

        assertEquals(List.of("done true"), runs);
    }

    @Test
    void failureGoesToTheClockAndTheLeaseRests() {
        var failing = new Work(Job.Scope.CLUSTER, run -> {
            throw new IllegalStateException("broken");
        });

        assertThrows(IllegalStateException.class, () -> first.run(failing));
        second.run(job(Job.Scope.CLUSTER));

        assertEquals(0, runs.size());
    }
}
