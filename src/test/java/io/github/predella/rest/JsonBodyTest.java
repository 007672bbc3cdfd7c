package io.github.predella.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", " {\"a\": [1, null]} \n", "{\"a\":\"\u00fc\"}"})
    void objectsAndListsAreRead(String text) {
        var structure = JsonBody.read(stream(text));

        assertEquals(text.replaceAll("\\s", ""), structure.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "7", "null", "\"a\"", "{", "{\"a\":}", "[1,]", "{} {}", "[] x", "{\"a\":1}}"})
    void anythingElseIsRefused(String text) {
        var refusal = assertThrows(Fault.class, () -> JsonBody.read(stream(text)));

        assertEquals(Fault.Kind.INVALID, refusal.kind());
    }

    @Test
    void endlessNestingIsRefused() {
        var refusal = assertThrows(Fault.class, () -> JsonBody.read(stream("[".repeat(1_000_000))));

        assertEquals(Fault.Kind.INVALID, refusal.kind());
    }

    @Test
    void bodyPastTheBoundIsTooLarge() {
        var refusal = assertThrows(Fault.class, () -> JsonBody.read(stream("[" + " ".repeat(4 * 1024 * 1024) + "]")));

        assertEquals(Fault.Kind.TOO_LARGE, refusal.kind());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
