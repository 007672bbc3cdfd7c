package io.github.predella.store;

import io.github.predella.observe.StoreFigures;

/** Counts one write, with the time that the store itself takes for it. */
final class MeasuredWriter implements ObjectWriter {

    private final String store;
    private final ObjectWriter writer;
    private long nanos;
    private boolean counted;

    MeasuredWriter(String store, ObjectWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    @Override
    public void accept(byte[] chunk, int from, int count) {
        long begun = System.nanoTime();
        try {
            writer.accept(chunk, from, count);
            StoreFigures.written(store, count);
        } catch (RuntimeException failure) {
            fail(failure);
            throw failure;
        } finally {
            nanos += System.nanoTime() - begun;
        }
    }

    @Override
    public void finish() {
        writer.finish();
    }

    @Override
    public StoredObject commit() {
        long begun = System.nanoTime();
        try {
            var stored = writer.commit();
            counted = true;
            StoreFigures.done(store, "write", nanos + System.nanoTime() - begun);
            return stored;
        } catch (RuntimeException failure) {
            fail(failure);
            throw failure;
        }
    }

    private void fail(RuntimeException failure) {
        if (!counted) {
            counted = true;
            StoreFigures.failed(store, "write", MeasuredStore.kindOf(failure), nanos);
        }
    }

    /** A write that its source broke off is no fault of the store, so it does not count. */
    @Override
    public void close() {
        writer.close();
    }
}
