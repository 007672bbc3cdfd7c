package io.github.predella.observe;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Log lines in the server's own form, with the request or task that a thread is busy with before the message. */
final class TracedLines extends Formatter {

    private final Formatter form;

    TracedLines(Formatter form) {
        this.form = form;
    }

    @Override
    public String format(LogRecord line) {
        return form.format(Trace.current().map(trace -> traced(line, trace)).orElse(line));
    }

    private LogRecord traced(LogRecord line, Trace trace) {
        var copy = new LogRecord(line.getLevel(), "[" + busyWith(trace) + "] " + formatMessage(line));
        copy.setLoggerName(line.getLoggerName());
        copy.setInstant(line.getInstant());
        copy.setLongThreadID(line.getLongThreadID());
        copy.setSequenceNumber(line.getSequenceNumber());
        copy.setSourceClassName(line.getSourceClassName());
        copy.setSourceMethodName(line.getSourceMethodName());
        copy.setThrown(line.getThrown());
        return copy;
    }

    private static String busyWith(Trace trace) {
        return trace.requestId() + trace.task().map(task -> " task " + task).orElse("");
    }

    @Override
    public String getHead(Handler handler) {
        return form.getHead(handler);
    }

    @Override
    public String getTail(Handler handler) {
        return form.getTail(handler);
    }
}
