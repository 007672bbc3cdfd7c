package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.tasks.TaskChanges.Moment;
import io.github.predella.testing.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link TaskChanges} promises. The times are whole seconds, which every database can hold. */
public interface TaskChangesContract {

    Instant NOON = Tasks.NOON;

    /** What has moved in the ledger. */
    TaskChanges changes();

    /** The ledger, empty when a test begins. */
    TaskRepository tasks();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default Task stored(Tasks tasks, int seconds) {
        return in(() -> {
            var task = tasks.at(NOON.plusSeconds(seconds)).done();
            tasks().insert(task);
            return task;
        });
    }

    default List<Moment> between(int from, int to, int most) {
        return in(() -> changes().between(NOON.plusSeconds(from), NOON.plusSeconds(to), most));
    }

    @Test
    default void tasksOfAStretchComeInTheOrderOfTheirChange() {
        var second = stored(Tasks.pending().ownedBy("").on(null), 20);
        var first = stored(Tasks.pending().ownedBy("p1").on("i1"), 10);
        stored(Tasks.pending(), 9);
        stored(Tasks.pending(), 21);

        assertEquals(
                List.of(
                        new Moment(first.id(), "p1", "i1", NOON.plusSeconds(10)),
                        new Moment(second.id(), "", null, NOON.plusSeconds(20))),
                between(10, 21, 100));
        assertEquals(1, between(10, 21, 1).size());
    }

    @Test
    default void whateverIsSaidAboutATaskIsAChange() {
        var task = stored(Tasks.pending(), 1);
        in(() -> tasks().say(task.id(), Task.Status.PENDING, "waits", NOON.plusSeconds(30)));

        assertEquals(
                List.of(new Moment(task.id(), task.owner(), task.imageId(), NOON.plusSeconds(30))),
                between(20, 40, 100));
    }
}
