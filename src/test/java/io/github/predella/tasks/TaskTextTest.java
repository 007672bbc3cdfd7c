package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Jsons;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TaskTextTest {

    @Test
    void ordinaryTextStaysAsItIs() {
        assertEquals("Copied 17 MiB, größer", TaskText.storable("Copied 17 MiB, größer"));
        assertEquals("", TaskText.storable(null));
    }

    @Test
    void whatNoColumnHoldsIsReplaced() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", TaskText.storable("a\0b\uD83D\uDE00c\uD83D"));
    }

    @Test
    void longTextIsCutInBytesAndInCharacters() {
        String narrow = TaskText.storable("x".repeat(100_000));
        String wide = TaskText.storable("\u20AC".repeat(100_000));

        assertEquals(TaskText.MOST_CHARACTERS, narrow.length());
        assertEquals(TaskText.MOST_BYTES, wide.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void jsonIsPlainAsciiAndMeansTheSame() {
        var object =
                Jsons.object().add("n\u00e4me", "\uD83D\uDE00 \u20AC \"\\\n").build();

        String text = TaskText.json(object);

        assertTrue(text.chars().allMatch(character -> character >= ' ' && character <= '~'), text);
        try (var reader = Jsons.reader(new StringReader(text))) {
            assertEquals(object, reader.readObject());
        }
        assertNull(TaskText.json(null));
    }
}
