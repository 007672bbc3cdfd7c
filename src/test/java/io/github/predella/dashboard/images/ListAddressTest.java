package io.github.predella.dashboard.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.images.Image.Visibility;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageQuery.Field;
import io.github.predella.images.ImageQuery.Reach;
import io.github.predella.images.ImageQuery.SortKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListAddressTest {

    private static ListAddress list(Map<String, String> values) {
        return new ListAddress(ListAddress.HOME, values);
    }

    @Test
    void addressWithoutAnythingIsOnesOwnImagesNewestFirst() {
        var query = list(Map.of()).query();

        assertEquals(Reach.OWN, query.audience().reach());
        assertFalse(query.hidden());
        assertEquals(new SortKey(Field.CREATED_AT, false), query.order().get(0));
        assertEquals(25, query.page().limit());
        assertNull(query.page().marker());
    }

    @Test
    void whoeverSearchesLooksEverywhere() {
        assertEquals(ListTab.ALL, list(Map.of("q", "debian")).tab());
        assertEquals(ListTab.MINE, list(Map.of("q", "debian", "tab", "mine")).tab());
    }

    @Test
    void everyFilterBecomesACondition() {
        var query = list(Map.of("status", "active", "tag", "a&b", "os", "ubuntu", "visibility", "public"))
                .query();

        assertEquals(
                List.of(
                        new ImageQuery.TextIs(Field.STATUS, "active"),
                        new ImageQuery.HasProperty("os_distro", "ubuntu"),
                        new ImageQuery.HasTag("a&b")),
                query.filters());
        assertEquals(Visibility.PUBLIC, query.audience().visibility());
    }

    @Test
    void whatIsSaidWronglyCountsAsNotSaid() {
        var address = list(Map.of("tab", "nowhere", "sort", "owner:asc", "rows", "7", "at", "-3", "visibility", "x"));

        assertEquals(list(Map.of()).query(), address.query());
        assertEquals(1, address.at());
    }

    @Test
    void anotherFilterBeginsAtTheFirstPage() {
        var second = list(Map.of("tag", "lts")).after("an id", 26);

        assertEquals("/dashboard/images?tag=lts&after=an+id&at=26", second.text());
        assertEquals(
                "/dashboard/images?status=active&tag=lts",
                second.with("status", "active").text());
        assertTrue(second.before("x", 1).query().page().backwards());
    }

    @Test
    void sortingAgainTurnsTheOrderRound() {
        var byName = list(Map.of()).sortedBy("name");

        assertEquals("/dashboard/images?sort=name%3Aasc", byName.text());
        assertEquals(
                "/dashboard/images?sort=name%3Adesc", byName.sortedBy("name").text());
        assertEquals(
                "/dashboard/images?sort=size%3Adesc", byName.sortedBy("size").text());
        assertEquals("ascending", byName.direction("name"));
        assertNull(byName.direction("size"));
    }

    @Test
    void tabWithOneVisibilityDropsThatFilter() {
        var address = list(Map.of("visibility", "shared", "os", "debian")).on(ListTab.PUBLIC);

        assertEquals("/dashboard/images?tab=public&os=debian", address.text());
    }

    @Test
    void listOfAllProjectsShowsEverythingToAdministrators() {
        var query = new ListAddress("/dashboard/admin/images", Map.of()).query();

        assertEquals(Reach.LISTED, query.audience().reach());
        assertTrue(query.audience().everything());
    }
}
