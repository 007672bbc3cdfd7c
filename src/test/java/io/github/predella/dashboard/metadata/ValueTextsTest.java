package io.github.predella.dashboard.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.images.ImagePatch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTextsTest {

    @Test
    void aPatchHasExactlyTheChanges() {
        var from = Map.of("kept", "1", "changed", "2", "gone", "3");
        var to = Map.of("kept", "1", "changed", "9", "new~/key", "镜像");

        var patch = ValueTexts.patch(from, to);

        assertEquals("""
                [
                  {"op":"replace","path":"/changed","value":"9"},
                  {"op":"remove","path":"/gone"},
                  {"op":"add","path":"/new~0~1key","value":"镜像"}
                ]""", ValueTexts.text(patch));
    }

    @Test
    void attributesHaveTheirTypes() {
        var from = Map.of("name", "n", "min_disk", "0", "protected", "false", "tags", "a");
        var to = Map.of("name", "", "min_disk", "10", "protected", "true", "tags", "a\nb");

        var patch = ValueTexts.patch(from, to);

        assertEquals(
                List.of("10", "null", "true", "[\"a\",\"b\"]"),
                patch.operations().stream()
                        .map(operation -> operation.value().toString())
                        .toList());
        assertEquals(
                List.of(),
                patch.operations().stream()
                        .filter(operation -> operation.verb() != ImagePatch.Verb.REPLACE)
                        .toList());
    }

    @Test
    void nothingChangedIsAnEmptyPatch() {
        assertEquals(
                List.of(), ValueTexts.patch(Map.of("a", "1"), Map.of("a", "1")).operations());
    }

    @Test
    void valuesComeBackFromAForm() {
        var values = Map.of("a", "line\nline \"quoted\"", "键", "值");

        assertEquals(values, ValueTexts.read(ValueTexts.json(values)));
        assertEquals(Map.of(), ValueTexts.read("nothing of ours"));
        assertEquals(Map.of("b", "2"), ValueTexts.read("{\"a\":1,\"b\":\"2\"}"));
    }

    @Test
    void linesEndAsInBrowsers() {
        assertEquals("a\nb\nc", ValueTexts.normal("a\r\nb\rc"));
        assertEquals(List.of("b", "a"), ValueTexts.lines(" b \n\n a\nb"));
    }
}
