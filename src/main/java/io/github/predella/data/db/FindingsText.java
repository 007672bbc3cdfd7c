package io.github.predella.data.db;

import io.github.predella.core.Jsons;
import io.github.predella.format.Finding;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.OptionalLong;

/** Findings as the JSON text in which they are kept. */
final class FindingsText {

    private FindingsText() {}

    static String of(List<Finding> findings) {
        var list = Jsons.array();
        for (Finding finding : findings) {
            var failures = Jsons.array();
            finding.failures()
                    .forEach(failure -> failures.add(
                            Jsons.object().add("check", failure.check()).add("reason", failure.reason())));
            var object = Jsons.object().add("format", finding.format());
            finding.virtualSize().ifPresent(size -> object.add("size", size));
            list.add(object.add("broken", finding.broken()).add("failures", failures));
        }
        return list.build().toString();
    }

    static List<Finding> read(String text) {
        try (var reader = Jsons.reader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(FindingsText::finding)
                    .toList();
        }
    }

    private static Finding finding(JsonObject object) {
        var size = object.containsKey("size")
                ? OptionalLong.of(object.getJsonNumber("size").longValueExact())
                : OptionalLong.empty();
        var failures = object.getJsonArray("failures").getValuesAs(JsonObject.class).stream()
                .map(failure -> new Finding.Failure(failure.getString("check"), failure.getString("reason")))
                .toList();
        return new Finding(object.getString("format"), size, object.getBoolean("broken"), failures);
    }
}
