package io.github.predella.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The forms of log lines. */
class LogLinesTest {

    private static final Formatter PLAIN = new Formatter() {
        @Override
        public String format(LogRecord line) {
            return line.getLevel() + " " + formatMessage(line);
        }
    };

    @AfterEach
    void idle() {
        Trace.end();
    }

    private static LogRecord line(String message, Object... parameters) {
        var line = new LogRecord(Level.WARNING, message);
        line.setLoggerName("some.logger");
        line.setParameters(parameters);
        return line;
    }

    private static JsonObject json(LogRecord line) {
        String text = new JsonLines().format(line);
        assertTrue(text.endsWith("}\n"));
        assertEquals(1, text.lines().count());
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Test
    void jsonLineTellsWhatWasLogged() {
        var failing = line("two\nlines with {0}", "\"quotes\"");
        failing.setThrown(new IllegalStateException("broken"));

        var json = json(failing);

        assertEquals("WARNING", json.getString("level"));
        assertEquals("some.logger", json.getString("logger"));
        assertEquals("two\nlines with \"quotes\"", json.getString("message"));
        assertTrue(json.getString("exception").startsWith("java.lang.IllegalStateException: broken"));
        assertFalse(json.containsKey("request_id"));
    }

    @Test
    void lineNamesTheTaskItsThreadIsBusyWith() {
        Trace.beginTask("t1", "req-1", "u1", "p1");

        var json = json(line("at work"));

        assertEquals("t1", json.getString("task_id"));
        assertEquals("req-1", json.getString("request_id"));
        assertEquals("u1", json.getString("user_id"));
        assertEquals("p1", json.getString("project_id"));
        assertEquals("WARNING [req-1 task t1] at work", new TracedLines(PLAIN).format(line("at work")));
    }

    @Test
    void textOfABusyThreadIsNotTakenForAPattern() {
        Trace.beginTask("t1", "req-1", null, null);

        assertEquals("WARNING [req-1 task t1] it's {x}", new TracedLines(PLAIN).format(line("it''s {0}", "{x}")));
    }

    @Test
    void idleThreadLeavesLinesAsTheyAre() {
        assertEquals("WARNING quiet", new TracedLines(PLAIN).format(line("quiet")));
    }

    @Test
    void partOfATraceGivesTheThreadBack() {
        var other = Trace.beginTask("t1", "req-1", null, null);
        Trace.end();

        other.run(() -> assertEquals("t1", Trace.current().orElseThrow().task().orElseThrow()));

        assertTrue(Trace.current().isEmpty());
    }
}
