package io.github.predella.flow;

import java.io.IOException;
import java.util.List;

/**
 * Several stages in a row, seen as one: every chunk goes to each of them in order, so a stage that refuses keeps the
 * bytes from those behind it. {@code finish} runs in order and stops at the first failure; {@code close} runs in
 * reverse order and always reaches every stage.
 */
public final class Pipeline implements ByteStage {

    private final List<ByteStage> stages;

    private Pipeline(List<ByteStage> stages) {
        this.stages = stages;
    }

    public static Pipeline of(ByteStage... stages) {
        return new Pipeline(List.of(stages));
    }

    @Override
    public void accept(byte[] chunk, int from, int count) throws IOException {
        for (ByteStage stage : stages) {
            stage.accept(chunk, from, count);
        }
    }

    @Override
    public void finish() throws IOException {
        for (ByteStage stage : stages) {
            stage.finish();
        }
    }

    /** Closes every stage; the first failure is thrown in the end and carries the others as suppressed. */
    @Override
    public void close() throws IOException {
        closeFrom(stages.size() - 1);
    }

    private void closeFrom(int last) throws IOException {
        if (last < 0) {
            return;
        }
        try {
            stages.get(last).close();
        } catch (IOException | RuntimeException failure) {
            closeQuietlyFrom(last - 1, failure);
            throw failure;
        }
        closeFrom(last - 1);
    }

    private void closeQuietlyFrom(int last, Exception failure) {
        try {
            closeFrom(last);
        } catch (IOException | RuntimeException another) {
            failure.addSuppressed(another);
        }
    }
}
