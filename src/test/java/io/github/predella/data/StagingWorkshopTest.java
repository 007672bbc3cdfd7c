package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Seconds;
import io.github.predella.flow.ProgressMeter;
import io.github.predella.flow.Pump;
import io.github.predella.flow.Writeback;
import io.github.predella.store.StoreFault;
import io.github.predella.testing.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingWorkshopTest {

    private static final int LONG = Writeback.EVERY + 1;
    private static final String IMAGE = UUID.randomUUID().toString();

    @TempDir
    private Path directory;

    private final ProgressMeter meter = ProgressMeter.open();
    private final Pump pump = Pump.metered(meter);

    private StagingWorkshop workshop(WritebackExecutor devices) {
        var settings = new DataSettings(1L << 30, "sha512", true, List.of(), 1, new Seconds(300), new Seconds(60));
        return new StagingWorkshop(
                StagingFixture.areaIn(directory),
                settings,
                work -> {
                    throw new RejectedExecutionException();
                },
                devices);
    }

    @Test
    void theDeviceBeginsBeforeAFileIsRead() throws IOException {
        var begun = new ArrayList<Long>();
        var workshop = workshop(work -> begun.add(meter.bytes()));
        Path file = Files.write(workshop.place(IMAGE), Bytes.noise(100_000));

        var staged = workshop.measure(IMAGE, file, pump);

        assertEquals(List.of(0L), begun);
        assertEquals(100_000, staged.size());
    }

    @Test
    void theDeviceBeginsWhileAFileIsWritten() throws IOException {
        var begun = new ArrayList<Long>();
        var workshop = workshop(work -> begun.add(meter.bytes()));

        workshop.write(IMAGE, workshop.place(IMAGE), new ByteArrayInputStream(Bytes.noise(LONG)), pump);

        assertEquals(1, begun.size());
        assertTrue(begun.get(0) < LONG);
    }

    @Test
    void filesAreMeasuredWhenNoThreadCanWaitForTheDevice() throws IOException {
        var workshop = workshop(work -> {
            throw new RejectedExecutionException();
        });
        Path file = Files.write(workshop.place(IMAGE), Bytes.noise(1000));

        assertEquals(1000, workshop.measure(IMAGE, file, pump).size());
    }

    @Test
    void aDeviceThatFailsMeanwhileFailsTheFile() throws IOException {
        var workshop = workshop(work -> {
            // What interrupts the waiting for the device counts as its failure.
            Thread.currentThread().interrupt();
            work.run();
            Thread.interrupted();
        });
        Path file = Files.write(workshop.place(IMAGE), Bytes.noise(1000));

        assertThrows(StoreFault.class, () -> workshop.measure(IMAGE, file, pump));
    }
}
