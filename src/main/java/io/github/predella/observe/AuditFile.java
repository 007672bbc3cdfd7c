package io.github.predella.observe;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * The file that audit lines are appended to; each is handed to the system at once. Opening it anew lets programs rename
 * it meanwhile. Safe for any thread.
 */
public final class AuditFile extends Handler {

    private final Writer file;

    private AuditFile(Writer file) {
        this.file = file;
    }

    /**
     * Opens the file, in place of the one that was open; lines are told from now on.
     *
     * @param path null: no lines are told
     * @throws IllegalArgumentException with a sentence for the operator when it cannot be written to; the former one stays
     *     open
     */
    public static synchronized void open(Path path) {
        var next = path == null ? null : new AuditFile(writer(path));
        for (Handler former : AuditTrail.LOG.getHandlers()) {
            AuditTrail.LOG.removeHandler(former);
            former.close();
        }
        AuditTrail.LOG.setUseParentHandlers(false);
        AuditTrail.LOG.setLevel(next == null ? Level.OFF : Level.INFO);
        if (next != null) {
            AuditTrail.LOG.addHandler(next);
        }
    }

    private static Writer writer(Path path) {
        try {
            return Files.newBufferedWriter(
                    path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new IllegalArgumentException("the audit log cannot be written to: " + path, failure);
        }
    }

    @Override
    public synchronized void publish(LogRecord line) {
        try {
            file.write(line.getMessage() + "\n");
            file.flush();
        } catch (IOException failure) {
            reportError(null, failure, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {
        // Every line is flushed as it comes.
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException failure) {
            reportError(null, failure, ErrorManager.CLOSE_FAILURE);
        }
    }
}
