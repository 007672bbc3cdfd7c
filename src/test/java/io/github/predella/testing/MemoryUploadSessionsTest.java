package io.github.predella.testing;

import io.github.predella.data.UploadSessions;
import io.github.predella.data.UploadSessionsContract;
import java.util.function.Supplier;

/** The sessions on the heap earn their place in the tests of other rooms. */
class MemoryUploadSessionsTest implements UploadSessionsContract {

    private final MemoryUploadSessions sessions = new MemoryUploadSessions();

    @Override
    public UploadSessions sessions() {
        return sessions;
    }

    @Override
    public <T> T in(Supplier<T> work) {
        return work.get();
    }
}
