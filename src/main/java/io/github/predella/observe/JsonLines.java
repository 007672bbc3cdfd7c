package io.github.predella.observe;

import io.github.predella.core.Jsons;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A log line as one JSON object: {@code timestamp}, {@code level}, {@code logger}, {@code message}; what the thread is
 * busy with as {@code request_id}, {@code user_id}, {@code project_id} and {@code task_id}; {@code exception} as text.
 * A JSON object among the parameters of a record gives its fields to the line.
 */
final class JsonLines extends Formatter {

    @Override
    public String format(LogRecord line) {
        var json = Jsons.object()
                .add("timestamp", line.getInstant().toString())
                .add("level", line.getLevel().getName())
                .add("logger", String.valueOf(line.getLoggerName()))
                .add("message", String.valueOf(formatMessage(line)));
        Trace.current().ifPresent(trace -> {
            json.add("request_id", trace.requestId());
            trace.user().ifPresent(user -> json.add("user_id", user));
            trace.project().ifPresent(project -> json.add("project_id", project));
            trace.task().ifPresent(task -> json.add("task_id", task));
        });
        if (line.getParameters() != null) {
            for (Object parameter : line.getParameters()) {
                if (parameter instanceof JsonObject fields) {
                    fields.forEach(json::add);
                }
            }
        }
        if (line.getThrown() != null) {
            var text = new StringWriter();
            line.getThrown().printStackTrace(new PrintWriter(text, true));
            json.add("exception", text.toString());
        }
        return json.build() + "\n";
    }
}
