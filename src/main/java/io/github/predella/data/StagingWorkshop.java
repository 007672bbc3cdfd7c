package io.github.predella.data;

import io.github.predella.core.Fault;
import io.github.predella.flow.ByteStage;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.Digests;
import io.github.predella.flow.Pipeline;
import io.github.predella.flow.Pump;
import io.github.predella.flow.SizeLimit;
import io.github.predella.flow.SparseFile;
import io.github.predella.flow.Writeback;
import io.github.predella.format.FormatWatch;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Makes new files of staged ones, beside them, and finds out what those are. The staged file itself is never changed.
 * What a dead process leaves goes by the sweep of the area. Notes nothing: that is the caller's.
 *
 * <p>What it makes or measures is durable afterwards, and the device has it meanwhile: a store that shares the file has
 * nothing left to wait for.
 */
@ApplicationScoped
public class StagingWorkshop {

    /** Bytes of one hole in a file: what is zero for so long takes no room. */
    private static final int HOLE = 64 * 1024;

    private StagingArea area;
    private DataSettings settings;
    private DigestExecutor digesters;
    private WritebackExecutor devices;

    /** For the container's proxy only. */
    protected StagingWorkshop() {}

    @Inject
    public StagingWorkshop(
            StagingArea area, DataSettings settings, DigestExecutor digesters, WritebackExecutor devices) {
        this.area = area;
        this.settings = settings;
        this.digesters = digesters;
        this.devices = devices;
    }

    /** Bytes that the data of an image may have at most, whatever is made of it. */
    public long mostBytes() {
        return settings.sizeCap();
    }

    /** A place for a new file of an image, where nothing is yet. */
    public Path place(String imageId) {
        return area.derivedFile(imageId);
    }

    /**
     * Writes everything that the stream has into a new file and finds out on the way what it is. Long stretches of zeros
     * take no room. When it throws, nothing stays.
     *
     * @param place from {@link #place}
     * @param pump moves the bytes and looks around meanwhile
     * @throws Fault TOO_LARGE past the largest size of an image
     * @throws StoreFault when the area does not take it
     */
    public Staged write(String imageId, Path place, InputStream data, Pump pump) throws IOException {
        boolean done = false;
        try (FileChannel file = create(place)) {
            var out = new WrittenOut(new SparseFile(file, HOLE, true), new Writeback(file, devices));
            var staged = measure(imageId, data, out, pump);
            done = true;
            return staged;
        } finally {
            if (!done) {
                area.remove(place);
            }
        }
    }

    /**
     * Finds out what a file is.
     *
     * @param file nobody writes it any more
     * @throws Fault as for {@link #write}, before anything of the file is read
     */
    public Staged measure(String imageId, Path file, Pump pump) throws IOException {
        if (Files.size(file) > mostBytes()) {
            throw tooLarge();
        }
        // A channel of its own: closing it waits for the device, and interrupts must not close what is read.
        try (InputStream data = Files.newInputStream(file);
                FileChannel made = FileChannel.open(file, StandardOpenOption.READ)) {
            var writeback = new Writeback(made, devices);
            writeback.begin();
            return measure(imageId, data, new MadeDurable(writeback), pump);
        } catch (NoSuchFileException gone) {
            throw StagingArea.failed(gone);
        }
    }

    /** Removes a file that is no longer needed; nothing happens when it is gone. Throws {@link StoreFault}. */
    public void remove(Path file) {
        area.remove(file);
    }

    private Staged measure(String imageId, InputStream data, ByteStage last, Pump pump) throws IOException {
        try (var digests = Digests.on(digesters, new DigestAlgorithm(settings.hashAlgorithm()));
                var watch = new FormatWatch()) {
            long size = pump.run(data, Pipeline.of(new SizeLimit(mostBytes(), this::tooLarge), digests, watch, last));
            return Staged.complete(
                    imageId,
                    area.id(),
                    size,
                    digests.values(),
                    watch.inspection().findings());
        }
    }

    private Fault tooLarge() {
        return DataFaults.overSizeCap(mostBytes());
    }

    private static FileChannel create(Path place) {
        try {
            return FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw StagingArea.failed(failure);
        }
    }

    /** Says of a file that cannot be written what stores say, and so tells it apart from data that cannot be read. */
    private record WrittenOut(SparseFile file, Writeback writeback) implements ByteStage {

        @Override
        public void accept(byte[] chunk, int from, int count) {
            try {
                file.accept(chunk, from, count);
                writeback.wrote(count);
            } catch (IOException failure) {
                throw StagingArea.failed(failure);
            }
        }

        @Override
        public void finish() {
            try {
                file.finish();
                writeback.complete();
            } catch (IOException failure) {
                throw StagingArea.failed(failure);
            }
        }
    }

    /** A file that is only read, and is to be durable when that is done. */
    private record MadeDurable(Writeback writeback) implements ByteStage {

        @Override
        public void accept(byte[] chunk, int from, int count) {}

        @Override
        public void finish() {
            try {
                writeback.complete();
            } catch (IOException failure) {
                throw StagingArea.failed(failure);
            }
        }
    }
}
