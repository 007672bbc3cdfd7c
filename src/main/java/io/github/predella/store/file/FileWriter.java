package io.github.predella.store.file;

import io.github.predella.flow.SparseFile;
import io.github.predella.flow.Writeback;
import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** Writes one object into a hidden file and puts that in place at the end. */
final class FileWriter implements ObjectWriter {

    private enum State {
        OPEN,
        FAILED,
        COMMITTED,
        CLOSED
    }

    private final Work work;
    private final PartFiles.Part part;
    private final SparseFile file;
    private final Writeback writeback;
    private State state = State.OPEN;

    /**
     * What is written where.
     *
     * @param store id of the store
     * @param name the object
     * @param expectedSize the announced size
     * @param directory where it goes
     */
    record Work(String store, ObjectName name, OptionalLong expectedSize, DataDirectory directory) {}

    /** What all writers of a store share. */
    record Tools(Shelf shelf, PartFiles parts, FileStoreSettings settings, FileFaults faults, Executor executor) {}

    private final Tools tools;

    FileWriter(Work work, Tools tools) throws IOException {
        this.work = work;
        this.tools = tools;
        this.part = tools.parts().create(work.directory().path(), work.name());
        this.file = new SparseFile(
                part.channel(), tools.settings().chunk(), tools.settings().thin());
        this.writeback = new Writeback(part.channel(), tools.executor());
    }

    @Override
    public void accept(byte[] chunk, int from, int count) {
        require(State.OPEN);
        state = State.FAILED;
        if (file.length() + count > work.expectedSize().orElse(Long.MAX_VALUE)) {
            throw StoreFault.sizeDiffers(work.store(), work.expectedSize().getAsLong(), file.length() + count);
        }
        try {
            file.accept(chunk, from, count);
            writeback.wrote(count);
        } catch (IOException failure) {
            throw tools.faults().of(failure);
        }
        state = State.OPEN;
    }

    @Override
    public StoredObject commit() {
        require(State.OPEN);
        state = State.FAILED;
        long written = file.length();
        if (written != work.expectedSize().orElse(written)) {
            throw StoreFault.sizeDiffers(work.store(), work.expectedSize().getAsLong(), written);
        }
        try {
            file.finish();
            if (!tools.settings().permissions().isEmpty()) {
                Files.setPosixFilePermissions(part.path(), tools.settings().permissions());
            }
            writeback.complete();
            tools.shelf().requireNew(work.name());
            Location location = tools.shelf().place(part.path(), work.directory(), work.name());
            state = State.COMMITTED;
            return new StoredObject(location, written);
        } catch (IOException failure) {
            throw tools.faults().of(failure);
        }
    }

    /** Removes the hidden file unless it has become the object. */
    @Override
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        boolean committed = state == State.COMMITTED;
        state = State.CLOSED;
        try {
            if (!committed) {
                Files.deleteIfExists(part.path());
            }
        } catch (IOException failure) {
            throw tools.faults().of(failure);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            part.channel().close();
        } catch (IOException failure) {
            throw tools.faults().of(failure);
        } finally {
            tools.parts().forget(part);
        }
    }

    private void require(State wanted) {
        if (state != wanted) {
            throw new IllegalStateException("the writer is " + state);
        }
    }
}
