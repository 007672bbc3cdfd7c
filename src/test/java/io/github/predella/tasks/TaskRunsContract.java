package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.tasks.TaskRuns.Run;
import io.github.predella.testing.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link TaskRuns} promises. */
public interface TaskRunsContract {

    Instant NOON = Tasks.NOON;

    /** The notes, none when a test begins. */
    TaskRuns runs();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default String noted(String place, Instant when) {
        var task = Tasks.pending().done();
        in(() -> {
            runs().note(task, place, when);
            return null;
        });
        return task.id();
    }

    default Optional<Run> find(String id) {
        return in(() -> runs().find(id));
    }

    default List<String> ids(Supplier<List<Run>> question) {
        return in(question).stream().map(Run::taskId).toList();
    }

    @Test
    default void notedTaskWaits() {
        String id = noted("area", NOON);

        assertEquals(Optional.of(new Run(id, "i1", "area", null, null, NOON)), find(id));
        assertEquals(Optional.empty(), find("unknown"));
        assertEquals(List.of(), ids(() -> runs().claimed()));
    }

    @Test
    default void waitingTaskIsTakenOnce() {
        String id = noted(null, NOON);

        assertTrue(in(() -> runs().claim(id, "n1")));
        assertFalse(in(() -> runs().claim(id, "n1")));
        assertFalse(in(() -> runs().claim(id, "n2")));
        assertFalse(in(() -> runs().withdraw(id, "n2", "x")));
        assertFalse(in(() -> runs().giveUp(id, "n2", "x", NOON.plusSeconds(1))));

        assertEquals("n1", find(id).orElseThrow().node());
        assertEquals(List.of(id), ids(() -> runs().claimed()));
    }

    @Test
    default void withdrawnTaskIsNotTakenAnyMore() {
        String id = noted(null, NOON);

        assertTrue(in(() -> runs().withdraw(id, "n1", "a reason")));
        assertFalse(in(() -> runs().claim(id, "n2")));

        assertEquals(new Run(id, "i1", null, "n1", "a reason", NOON), find(id).orElseThrow());
    }

    @Test
    default void onlyATaskThatSomebodyHasIsAskedToEnd() {
        String waiting = noted(null, NOON);
        String running = noted(null, NOON);
        in(() -> runs().claim(running, "n1"));

        assertFalse(in(() -> runs().askToEnd(waiting, "x")));
        assertFalse(in(() -> runs().askToEnd("unknown", "x")));
        assertTrue(in(() -> runs().askToEnd(running, "a reason")));

        assertEquals("a reason", find(running).orElseThrow().reason());
    }

    @Test
    default void oneTakesATaskOver() {
        String id = noted(null, NOON);
        in(() -> runs().claim(id, "dead"));

        assertTrue(in(() -> runs().takeOver(id, "dead", "n1")));
        assertFalse(in(() -> runs().takeOver(id, "dead", "n2")));

        assertFalse(in(() -> runs().end(id, "dead")));
        assertTrue(in(() -> runs().end(id, "n1")));
        assertEquals(Optional.empty(), find(id));
    }

    @Test
    default void noteCanBeDroppedWhoeverHasTheTask() {
        String id = noted(null, NOON);
        in(() -> runs().claim(id, "n1"));

        assertTrue(in(() -> runs().drop(id)));
        assertFalse(in(() -> runs().drop(id)));
    }

    @Test
    default void tasksWaitForAnyNodeOrForOneThatServesTheirPlace() {
        String anywhere = noted(null, NOON);
        String here = noted("here", NOON.plusSeconds(1));
        String there = noted("there", NOON.plusSeconds(2));
        String taken = noted(null, NOON.plusSeconds(3));
        in(() -> runs().claim(taken, "n1"));

        assertEquals(List.of(anywhere), ids(() -> runs().waiting(Set.of(), 9)));
        assertEquals(List.of(anywhere, here), ids(() -> runs().waiting(Set.of("here"), 9)));
        assertEquals(List.of(anywhere, here, there), ids(() -> runs().waiting(List.of("here", "there", "x"), 9)));
        assertEquals(List.of(anywhere), ids(() -> runs().waiting(Set.of("here"), 1)));
    }

    @Test
    default void placesThatNobodyServesAreKnownByTime() {
        noted(null, NOON);
        String here = noted("here", NOON);
        String there = noted("there", NOON.plusSeconds(1));

        assertEquals(List.of(here, there), ids(() -> runs().unserved(Set.of(), NOON.plusSeconds(2))));
        assertEquals(List.of(there), ids(() -> runs().unserved(Set.of("here"), NOON.plusSeconds(2))));
        assertEquals(List.of(here), ids(() -> runs().unserved(Set.of(), NOON.plusSeconds(1))));
        assertEquals(List.of(), ids(() -> runs().unserved(Set.of(), NOON)));
    }

    @Test
    default void servedPlacesAreGivenMoreTime() {
        String here = noted("here", NOON);
        String there = noted("there", NOON);

        in(() -> {
            runs().noteServed(Set.of("here"), NOON.plusSeconds(9), NOON.plusSeconds(5));
            runs().noteServed(Set.of("there"), NOON.plusSeconds(9), NOON);
            runs().noteServed(Set.of(), NOON.plusSeconds(9), NOON.plusSeconds(5));
            return null;
        });

        assertEquals(List.of(there), ids(() -> runs().unserved(Set.of(), NOON.plusSeconds(9))));
        assertFalse(in(() -> runs().giveUp(here, "n1", "x", NOON.plusSeconds(9))));
        assertTrue(in(() -> runs().giveUp(there, "n1", "x", NOON.plusSeconds(9))));
    }
}
