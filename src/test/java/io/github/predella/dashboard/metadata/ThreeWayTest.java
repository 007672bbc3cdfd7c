package io.github.predella.dashboard.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThreeWayTest {

    private static final Map<String, String> BEFORE = Map.of("a", "1", "b", "2", "c", "3");

    @Test
    void onlyWhatWasChangedIsTakenOver() {
        var three = new ThreeWay(BEFORE, Map.of("a", "1", "b", "mine", "c", "3"), BEFORE);

        assertEquals(Set.of("b"), three.changed());
        assertEquals(Map.of("a", "1", "b", "mine", "c", "3"), three.merged());
    }

    @Test
    void whatOthersHaveChangedStays() {
        var mine = Map.of("a", "mine", "b", "2", "c", "3");
        var theirs = Map.of("a", "1", "b", "theirs", "d", "new");

        var three = new ThreeWay(BEFORE, mine, theirs);

        assertEquals(List.of(), three.conflicts());
        assertEquals(Set.of("b", "c", "d"), three.foreign());
        assertEquals(Map.of("a", "mine", "b", "theirs", "d", "new"), three.merged());
    }

    @Test
    void aValueThatBothChangeIsAConflict() {
        var mine = Map.of("a", "mine", "c", "3");
        var theirs = Map.of("a", "theirs", "b", "other", "c", "3");

        var three = new ThreeWay(BEFORE, mine, theirs);

        assertEquals(
                List.of(new Conflict("a", "1", "mine", "theirs"), new Conflict("b", "2", null, "other")),
                three.conflicts());
        assertEquals(mine, three.merged());
    }

    @Test
    void theSameChangeIsNoConflict() {
        var same = Map.of("a", "9", "b", "2", "c", "3");

        var three = new ThreeWay(BEFORE, same, same);

        assertEquals(List.of(), three.conflicts());
        assertEquals(Set.of(), ThreeWay.different(three.theirs(), three.merged()));
    }
}
