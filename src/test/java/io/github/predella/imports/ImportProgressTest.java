package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ImportProgressTest {

    private static final long MIB = 1024 * 1024;

    @Test
    void sentencesAreReadBack() {
        var download = ImportProgress.downloaded(3, OptionalLong.of(12 * MIB + 1));
        var blind = ImportProgress.downloaded(3, OptionalLong.empty());
        var copy = ImportProgress.copied(6, OptionalLong.of(12 * MIB), "a to b");

        assertEquals("Downloaded 3 of 13 MiB", download.text());
        assertEquals("Downloaded 3 MiB", blind.text());
        assertEquals("Copied 6 of 12 MiB to a to b", copy.text());
        assertEquals(Optional.of(download), ImportProgress.in(download.text()));
        assertEquals(Optional.of(blind), ImportProgress.in(blind.text()));
        assertEquals(Optional.of(copy), ImportProgress.in(copy.text()));
        assertEquals(Optional.empty(), ImportProgress.in("There is not enough space in the image store."));
    }

    @Test
    void percentAreWholeAndKnownOnlyWithATotal() {
        assertEquals(
                OptionalLong.of(50),
                ImportProgress.copied(6, OptionalLong.of(12 * MIB), "s").percent());
        assertEquals(
                OptionalLong.of(100),
                ImportProgress.copied(13, OptionalLong.of(12 * MIB), "s").percent());
        assertEquals(
                OptionalLong.empty(),
                ImportProgress.downloaded(6, OptionalLong.empty()).percent());
        assertEquals(
                OptionalLong.empty(),
                ImportProgress.downloaded(0, OptionalLong.of(0)).percent());
    }
}
