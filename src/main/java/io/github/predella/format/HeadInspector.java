package io.github.predella.format;

import java.util.Optional;

/** An inspector for formats that show everything in one place near the beginning. */
final class HeadInspector implements FormatInspector {

    /** Reads the place. Bytes behind the end of a short stream are zero. */
    @FunctionalInterface
    interface Rule {

        /** What the place shows in a stream of the given length. */
        Optional<Finding> read(Window head, long size);
    }

    private final Window head;
    private final Rule rule;

    HeadInspector(long start, int length, Rule rule) {
        this.head = new Window(start, length);
        this.rule = rule;
    }

    @Override
    public boolean accept(long position, byte[] chunk, int from, int count) {
        return !head.accept(position, chunk, from, count);
    }

    @Override
    public Optional<Finding> finish(long size) {
        return rule.read(head, size);
    }
}
