package io.github.predella.testing;

import io.github.predella.flow.ByteStage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A stage that keeps a copy of what it saw, the sizes of the chunks, and whether it was finished and closed. */
public final class RecordingStage implements ByteStage {

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final List<Integer> chunks = new ArrayList<>();
    private boolean finished;
    private boolean closed;

    @Override
    public void accept(byte[] chunk, int from, int count) {
        seen.write(chunk, from, count);
        chunks.add(count);
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void close() {
        closed = true;
    }

    public byte[] bytes() {
        return seen.toByteArray();
    }

    public List<Integer> chunks() {
        return List.copyOf(chunks);
    }

    public boolean finished() {
        return finished;
    }

    public boolean closed() {
        return closed;
    }
}
