package io.github.predella.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.metadefs.PartQuery.SortKey;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Pages of what is in a namespace. */
class PartQueryTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<MetaTag> TAGS = List.of(
            new MetaTag("b", NOON, null),
            new MetaTag("c", NOON, NOON.plusSeconds(9)),
            new MetaTag("a", NOON.plusSeconds(5), null));

    private static String names(PartQuery query) {
        return String.join(
                "",
                query.of(TAGS, NoSuchElementException::new).stream()
                        .map(MetaTag::name)
                        .toList());
    }

    @Test
    void everyKeySortsBothWays() {
        assertEquals("bca", names(PartQuery.ALL));
        assertEquals("bca", names(new PartQuery(SortKey.ID, true, null, null)));
        assertEquals("acb", names(new PartQuery(SortKey.ID, false, null, null)));
        assertEquals("abc", names(new PartQuery(SortKey.NAME, true, null, null)));
        assertEquals("cba", names(new PartQuery(SortKey.NAME, false, null, null)));
        assertEquals("bca", names(new PartQuery(SortKey.CREATED_AT, true, null, null)));
        assertEquals("acb", names(new PartQuery(SortKey.CREATED_AT, false, null, null)));
        assertEquals("bac", names(new PartQuery(SortKey.UPDATED_AT, true, null, null)));
    }

    @Test
    void pagesBeginBehindTheirMarker() {
        assertEquals("ab", names(new PartQuery(SortKey.NAME, true, 2, null)));
        assertEquals("c", names(new PartQuery(SortKey.NAME, true, 2, "b")));
        assertEquals("", names(new PartQuery(SortKey.NAME, true, 2, "c")));
        assertEquals("", names(new PartQuery(SortKey.NAME, true, 0, null)));
        assertThrows(NoSuchElementException.class, () -> names(new PartQuery(SortKey.NAME, true, 2, "d")));
    }
}
