package io.github.predella.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.IniText.Entry;
import io.github.predella.core.IniText.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IniTextTest {

    @Test
    void bothSeparatorsAndBothCommentsAreUnderstood() {
        String text = "# one\n; two\n[a]\nx = 1\ny:2\nurl = http://h:80/\nz: a=b\n";

        List<Section> sections = IniText.parse(text);

        assertEquals(
                List.of(new Section(
                        "a",
                        3,
                        List.of(
                                new Entry("x", "1", 4),
                                new Entry("y", "2", 5),
                                new Entry("url", "http://h:80/", 6),
                                new Entry("z", "a=b", 7)))),
                sections);
    }

    @Test
    void indentedLinesContinueTheValueUntilAnEmptyLine() {
        String text = "[a]\nx = 1,\n  2,\n\t3\n\ny =\n";

        List<Entry> entries = IniText.parse(text).get(0).entries();

        assertEquals(List.of(new Entry("x", "1,\n2,\n3", 2), new Entry("y", "", 6)), entries);
    }

    @Test
    void repeatedSectionsAndKeysAreKeptInOrder() {
        String text = "[a]\nx=1\nx=2\n[b]\n[a]\nx=3\n";

        List<Section> sections = IniText.parse(text);

        assertEquals(
                List.of("a", "b", "a"), sections.stream().map(Section::name).toList());
        assertEquals(2, sections.get(0).entries().size());
        assertTrue(sections.get(1).entries().isEmpty());
    }

    @Test
    void aPairOfQuotesIsTakenOff() {
        String text = "[a]\nx = \"1 \"\ny = 'b'\nz = \"it's\n";

        List<Entry> entries = IniText.parse(text).get(0).entries();

        assertEquals(
                List.of("1 ", "b", "\"it's"), entries.stream().map(Entry::value).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = 1", "[a]\n  more", "[a]\nnothing", "[]", "[a", "[a]\n= 1", "[a]\nx=1\n\n  y"})
    void otherLinesAreRefusedWithTheirNumber(String text) {
        int last = (int) text.lines().count();

        var refusal = assertThrows(IllegalArgumentException.class, () -> IniText.parse(text));

        assertTrue(refusal.getMessage().startsWith("line " + last + " "), refusal.getMessage());
    }
}
