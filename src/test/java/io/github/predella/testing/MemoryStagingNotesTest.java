package io.github.predella.testing;

import io.github.predella.data.StagingNotes;
import io.github.predella.data.StagingNotesContract;
import java.util.function.Supplier;

/** The notes on the heap earn their place in the tests of other rooms. */
class MemoryStagingNotesTest implements StagingNotesContract {

    private final MemoryStagingNotes notes = new MemoryStagingNotes();

    @Override
    public StagingNotes notes() {
        return notes;
    }

    @Override
    public <T> T in(Supplier<T> work) {
        return work.get();
    }
}
