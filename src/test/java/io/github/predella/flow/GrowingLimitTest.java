package io.github.predella.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingLimitTest {

    private final List<Long> asked = new ArrayList<>();

    @Test
    void moreIsAskedForOnlyWhenTheRoomIsUsedUp() {
        var limit = new GrowingLimit(5, wanted -> {
            asked.add(wanted);
            return wanted + 3;
        });

        for (int count : new int[] {2, 3, 1, 3, 0, 4}) {
            limit.accept(new byte[count], 0, count);
        }

        assertEquals(List.of(6L, 13L), asked);
    }

    @Test
    void aRefusalLetsNothingOfTheChunkPass() {
        var limit = new GrowingLimit(5, wanted -> {
            asked.add(wanted);
            throw Fault.tooLarge("full");
        });

        limit.accept(new byte[5], 0, 5);

        assertThrows(Fault.class, () -> limit.accept(new byte[2], 0, 2));
        assertThrows(Fault.class, () -> limit.accept(new byte[1], 0, 1));
        assertEquals(List.of(7L, 6L), asked);
    }

    @Test
    void thereIsNoNegativeRoom() {
        assertThrows(IllegalArgumentException.class, () -> new GrowingLimit(-1, wanted -> wanted));
    }
}
