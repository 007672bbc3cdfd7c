package io.github.predella.imports.plugins;

import io.github.predella.core.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Compressed data as it was before. Whatever its reader meets in it becomes a sentence for users. */
final class UnfoldedStream extends InputStream {

    private static final Logger LOG = Logger.getLogger(UnfoldedStream.class.getName());

    private final CompressedForm form;
    private final long most;
    private final InputStream data;
    private long count;

    /**
     * @param compressed closed with this stream
     * @param most bytes that there may be
     */
    UnfoldedStream(CompressedForm form, InputStream compressed, long most) {
        this.form = form;
        this.most = most;
        try {
            this.data = form.open(compressed);
        } catch (IOException | RuntimeException failure) {
            throw told(failure);
        }
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int wanted) {
        int read = readOn(into, from, wanted);
        count += Math.max(0, read);
        if (count > most) {
            throw PluginFaults.unfoldsTooFar(most);
        }
        return read;
    }

    private int readOn(byte[] into, int from, int wanted) {
        try {
            return data.read(into, from, wanted);
        } catch (IOException | RuntimeException failure) {
            throw told(failure);
        }
    }

    /** Readers of damaged data throw what they please. */
    private Fault told(Exception failure) {
        if (failure instanceof Fault fault) {
            return fault;
        }
        LOG.log(Level.FINE, failure, () -> "data compressed as " + form.name() + " cannot be read");
        return PluginFaults.damaged(form.name());
    }

    @Override
    public void close() throws IOException {
        data.close();
    }
}
