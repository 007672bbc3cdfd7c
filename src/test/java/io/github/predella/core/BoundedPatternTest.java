package io.github.predella.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedPatternTest {

    @ParameterizedTest
    @CsvSource({
        "x_.*, my_x_1, true",
        "^x_.*, my_x_1, false",
        "^x_.*, x_1, true",
        "a$, ba, true",
        "\\w, é, true",
        "b, a, false"
    })
    void theTextIsSearchedUnanchored(String expression, String text, boolean found) {
        var pattern = BoundedPattern.compile(expression);

        boolean answer = pattern.isFoundIn(text);

        assertEquals(found, answer);
    }

    @Test
    void exponentialBacktrackingIsGivenUp() {
        var pattern = BoundedPattern.compile("^(a+)+$|^(a|aa)+\\1$");
        String text = "a".repeat(200) + "!";

        assertThrows(BoundedPattern.TooCostly.class, () -> pattern.isFoundIn(text));
    }

    @Test
    void recursionAlongALongTextIsGivenUp() {
        var pattern = BoundedPattern.compile("^(a|b|c)*$");
        String text = "abc".repeat(100_000);

        assertThrows(BoundedPattern.TooCostly.class, () -> pattern.isFoundIn(text));
    }
}
