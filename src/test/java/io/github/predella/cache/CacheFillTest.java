package io.github.predella.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Await;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.LaterExecutor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a copy, its reader gets every byte and never waits. */
class CacheFillTest {

    private static final String IMAGE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    private static final byte[] DATA = Bytes.noise(CacheFill.HELD / 2 + 17);
    private static final byte[] MUCH = Bytes.noise(CacheFill.HELD * 2);

    @TempDir
    private Path root;

    private CacheDirectory directory;
    private final LaterExecutor later = new LaterExecutor(1);
    private final List<CacheFill.End> ends = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        directory = CacheDirectory.open(root);
    }

    private InputStream reading(byte[] data, CacheDraft draft, Executor executor) {
        var fill = new CacheFill(draft, executor, new CacheFill.Ending() {
            @Override
            public boolean publish(CacheDraft complete) throws IOException {
                return complete.publish(ContentOf.bytes(DATA), Instant.EPOCH).isPresent();
            }

            @Override
            public void ended(CacheFill.End end) {
                ends.add(end);
            }
        });
        return new FillingStream(new ByteArrayInputStream(data), fill, data.length);
    }

    private void assertNothingStays() throws IOException {
        assertEquals(Optional.empty(), directory.find(IMAGE));
        try (var files = Files.list(root.resolve("incomplete"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void whatWasReadIsKept() throws IOException {
        try (var stream = reading(DATA, directory.draft(IMAGE), Runnable::run)) {
            byte[] read = stream.readNBytes(DATA.length - 1);
            assertEquals(DATA[DATA.length - 1] & 0xff, stream.read());
            assertArrayEquals(java.util.Arrays.copyOf(DATA, DATA.length - 1), read);
            // The reader knows the size and does not look for the end.
        }

        assertEquals(List.of(CacheFill.End.KEPT), ends);
        assertArrayEquals(
                DATA, Files.readAllBytes(directory.find(IMAGE).orElseThrow().path()));
    }

    @Test
    void theReaderIsDoneBeforeTheDeviceBegins() throws IOException {
        try (var stream = reading(DATA, directory.draft(IMAGE), later)) {
            assertArrayEquals(DATA, stream.readAllBytes());
        }
        assertEquals(Optional.empty(), directory.find(IMAGE));
        assertEquals(1, later.waiting());

        later.runAll();

        assertEquals(List.of(CacheFill.End.KEPT), ends);
        assertTrue(directory.find(IMAGE).isPresent());
    }

    @Test
    void aDeviceThatDoesNotKeepUpEndsTheCopyOnly() throws IOException {
        try (var stream = reading(MUCH, directory.draft(IMAGE), later)) {
            assertArrayEquals(MUCH, stream.readAllBytes());
        }

        later.runAll();

        assertEquals(List.of(CacheFill.End.LATE), ends);
        assertNothingStays();
    }

    /** Often: a thread that has nothing to do just now goes in the moment in which the next one comes. */
    @RepeatedTest(30)
    void threadsThatTakeTurnsKeepTheWholeCopy() throws Exception {
        var executor = Executors.newFixedThreadPool(4);
        try (var stream = reading(DATA, directory.draft(IMAGE), executor)) {
            var random = new Random(1);
            byte[] some = new byte[1024];
            for (int count = 0; count >= 0; count = stream.read(some)) {
                for (int pause = random.nextInt(400); pause > 0; pause--) {
                    Thread.onSpinWait();
                }
            }
        }
        Await.until(() -> !ends.isEmpty());
        executor.shutdown();

        assertEquals(List.of(CacheFill.End.KEPT), ends);
    }

    @Test
    void withoutThreadsThereIsNoCopy() throws IOException {
        try (var stream = reading(DATA, directory.draft(IMAGE), new LaterExecutor(0))) {
            assertArrayEquals(DATA, stream.readAllBytes());
        }

        assertEquals(List.of(CacheFill.End.LATE), ends);
        assertNothingStays();
    }

    @Test
    void aFullDiskEndsTheCopyOnly() throws IOException {
        Path draft = Files.createFile(root.resolve("incomplete").resolve("draft"));
        var full = new CacheDraft(
                directory, IMAGE, draft, FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE));

        try (var stream = reading(DATA, full, Runnable::run)) {
            assertArrayEquals(DATA, stream.readAllBytes());
        }

        assertEquals(List.of(CacheFill.End.FAILED), ends);
        assertNothingStays();
    }

    @Test
    void aReaderThatLeavesTakesTheCopyAlong() throws IOException {
        try (var stream = reading(DATA, directory.draft(IMAGE), Runnable::run)) {
            stream.readNBytes(DATA.length - 1);
        }

        assertEquals(List.of(CacheFill.End.BROKEN_OFF), ends);
        assertNothingStays();
    }

    @Test
    void otherDataThanTheImagesIsNotKept() throws IOException {
        byte[] other = DATA.clone();
        other[100] ^= 1;

        try (var stream = reading(other, directory.draft(IMAGE), Runnable::run)) {
            assertArrayEquals(other, stream.readAllBytes());
        }

        assertEquals(List.of(CacheFill.End.DIFFERENT), ends);
        assertNothingStays();
    }
}
