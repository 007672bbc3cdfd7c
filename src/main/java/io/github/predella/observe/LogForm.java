package io.github.predella.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;

/**
 * The form of the lines that the whole process logs. The server makes its handlers before any class of ours is there,
 * so they are given other formatters once we are, and get their own back when we go.
 */
public final class LogForm {

    /** What the server's handlers had; guarded by the class. */
    private static final Map<Handler, Formatter> BEFORE = new LinkedHashMap<>();

    private LogForm() {}

    /** Lines in the server's own form, with request or task. */
    public static void text() {
        apply(false);
    }

    /** Lines as JSON, see {@link JsonLines}. */
    public static void json() {
        apply(true);
    }

    /** As it was before. */
    public static synchronized void restore() {
        BEFORE.forEach(Handler::setFormatter);
        BEFORE.clear();
    }

    private static synchronized void apply(boolean json) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler.getFormatter() != null) {
                BEFORE.computeIfAbsent(handler, Handler::getFormatter);
                handler.setFormatter(json ? new JsonLines() : new TracedLines(BEFORE.get(handler)));
            }
        }
    }
}
