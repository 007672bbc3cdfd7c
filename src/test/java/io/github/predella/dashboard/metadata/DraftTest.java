package io.github.predella.dashboard.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Map<String, String> BEFORE = Map.of("b", "2", "a", "1");

    @Test
    void rowsComeInTheOrderOfTheirNamesAndNewOnesLast() {
        var draft = Draft.of(BEFORE);

        draft.add("0", "new");

        assertEquals(List.of("a", "b", "0"), List.copyOf(draft.values().keySet()));
        assertEquals(Map.of("a", "1", "b", "2", "0", "new"), draft.mine());
    }

    @Test
    void aRowThatIsThereStaysWhenItIsAddedAgain() {
        var draft = Draft.of(BEFORE);

        draft.add("a", "other");

        assertEquals(BEFORE, draft.mine());
    }

    @Test
    void aRemovedRowCanBeTakenBack() {
        var draft = Draft.of(BEFORE, Map.of("a", "changed", "b", "2"), Set.of());

        draft.remove("a");

        assertTrue(draft.isGone("a"));
        assertEquals(Map.of("b", "2"), draft.mine());

        draft.restore("a");

        assertFalse(draft.isGone("a"));
        assertEquals(BEFORE, draft.mine());
    }

    @Test
    void aNewRowThatIsRemovedLeavesNothing() {
        var draft = Draft.of(BEFORE);
        draft.add("c", "3");

        draft.remove("c");

        assertEquals(BEFORE, draft.values());
    }

    @Test
    void aSetOverwritesWhatIsThere() {
        var draft = Draft.of(BEFORE, BEFORE, Set.of("b"));

        draft.set(Map.of("a", "9", "b", "8", "c", "7"));

        assertEquals(Map.of("a", "9", "b", "8", "c", "7"), draft.mine());
    }
}
