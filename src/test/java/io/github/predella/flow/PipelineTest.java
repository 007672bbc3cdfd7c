package io.github.predella.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.testing.RecordingStage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private final RecordingStage stage = new RecordingStage();

    @Test
    void whatAStageRefusesDoesNotReachTheNext() throws IOException {
        var pipeline = Pipeline.of(new SizeLimit(5, () -> Fault.tooLarge("more than five")), stage);
        pipeline.accept(new byte[] {1, 2, 3, 4, 5}, 1, 3);

        var fault = assertThrows(Fault.class, () -> pipeline.accept(new byte[3], 0, 3));

        assertEquals(Fault.Kind.TOO_LARGE, fault.kind());
        assertArrayEquals(new byte[] {2, 3, 4}, stage.bytes());
    }

    @Test
    void exactlyTheLimitPasses() throws IOException {
        var pipeline = Pipeline.of(new SizeLimit(5, () -> Fault.tooLarge("more than five")), stage);

        pipeline.accept(new byte[5], 0, 5);
        pipeline.finish();

        assertEquals(5, stage.bytes().length);
        assertTrue(stage.finished());
    }

    @Test
    void closingRunsBackwardsAndReachesEveryStage() {
        var order = new ArrayList<Integer>();
        var pipeline = Pipeline.of(failing(1, order), stage, failing(2, order));

        var failure = assertThrows(IOException.class, pipeline::close);

        assertEquals(List.of(2, 1), order);
        assertEquals("stage 2", failure.getMessage());
        assertEquals("stage 1", failure.getSuppressed()[0].getMessage());
        assertTrue(stage.closed());
    }

    private static ByteStage failing(int number, List<Integer> order) {
        return new ByteStage() {
            @Override
            public void accept(byte[] chunk, int from, int count) {}

            @Override
            public void close() throws IOException {
                order.add(number);
                throw new IOException("stage " + number);
            }
        };
    }
}
