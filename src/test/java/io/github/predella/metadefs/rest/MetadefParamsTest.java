package io.github.predella.metadefs.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.metadefs.MetadefSettings;
import io.github.predella.metadefs.Namespace.Visibility;
import io.github.predella.metadefs.NamespaceQuery;
import io.github.predella.metadefs.NamespaceQuery.SortKey;
import io.github.predella.metadefs.PartQuery;
import io.github.predella.rest.QueryString;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parameters of lists mean. */
class MetadefParamsTest {

    private static final MetadefSettings SETTINGS = new MetadefSettings(25, 1000, Path.of("x"), true);

    private static NamespaceQuery namespaces(String query) {
        return MetadefParams.namespaces(QueryString.parse(query), SETTINGS);
    }

    private static PartQuery tags(String query) {
        return MetadefParams.tags(QueryString.parse(query));
    }

    private static PartQuery objects(String query) {
        return MetadefParams.objects(QueryString.parse(query));
    }

    @Test
    void nothingMeansTheLatestTwentyFive() {
        var query = namespaces("");

        assertEquals(new NamespaceQuery(null, List.of(), SortKey.CREATED_AT, false, new PageRequest(25, null)), query);
    }

    @Test
    void everythingCanBeSaid() {
        var query = namespaces("limit=5000&marker=OS%3A%3AX&sort_key=display_name&sort_dir=asc&visibility=public"
                + "&resource_types=A,B&unknown=1");

        assertEquals(
                new NamespaceQuery(
                        Visibility.PUBLIC,
                        List.of("A", "B"),
                        SortKey.DISPLAY_NAME,
                        true,
                        new PageRequest(1000, "OS::X")),
                query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=-1",
                "limit=x",
                "limit=",
                "sort_key=colour",
                "sort_dir=up",
                "visibility=shared",
                "marker=%00",
                "resource_types=%00"
            })
    void whatCannotBeUnderstoodIsRefused(String query) {
        assertThrows(Fault.class, () -> namespaces(query));
    }

    @Test
    void partsComeInTheOrderOfTheirMakingOrAsAsked() {
        assertEquals(new PartQuery(PartQuery.SortKey.CREATED_AT, false, null, null), tags(""));
        assertEquals(
                new PartQuery(PartQuery.SortKey.NAME, true, 2, "m"),
                tags("sort_key=name&sort_dir=asc&limit=2&marker=m"));
        assertEquals(new PartQuery(null, false, null, null), objects(""));
        assertEquals(new PartQuery(PartQuery.SortKey.CREATED_AT, true, 1, null), objects("limit=1&sort_dir=asc"));
        assertThrows(Fault.class, () -> objects("limit=0"));
        assertThrows(Fault.class, () -> objects("visibility=secret"));
        assertThrows(Fault.class, () -> tags("sort_key=owner"));
    }

    @Test
    void headersSayYesInManyWords() {
        for (String yes : List.of("True", "1", "yes", "on", " t ")) {
            assertTrue(MetadefParams.isYes(yes), yes);
        }
        for (String no : List.of("False", "0", "", "maybe")) {
            assertFalse(MetadefParams.isYes(no), no);
        }
        assertFalse(MetadefParams.isYes(null));
    }
}
