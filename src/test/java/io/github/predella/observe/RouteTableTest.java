package io.github.predella.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Addresses become templates, and there are no more templates than were given. */
class RouteTableTest {

    private final RouteTable table = new RouteTable(List.of(
            "/",
            "/v2/images",
            "/v2/images/{id}",
            "/v2/images/{id}/file",
            "/v2/images/new",
            "/v2/images/{id}/tags/{tag}"));

    @Test
    void addressesBecomeTemplates() {
        assertEquals("/", table.of("/"));
        assertEquals("/v2/images", table.of("/v2/images"));
        assertEquals("/v2/images/{id}", table.of("/v2/images/1234"));
        assertEquals("/v2/images/new", table.of("/v2/images/new"));
        assertEquals("/v2/images/{id}/file", table.of("/v2/images/new/file"));
        assertEquals("/v2/images/{id}/file", table.of("/v2.9/images/1234/file"));
    }

    @Test
    void strangeAddressesAreAllTheSame() {
        for (String path : List.of("", "nothing", "//", "/v2", "/v2/images/", "/v2/images/1/2/3", "/v2x", "/v2.1")) {
            assertEquals(RouteTable.OTHER, table.of(path), path);
        }
    }

    @Test
    void valuesAreFoundByTheirPlace() {
        assertEquals(Optional.of("42"), RouteTable.value("/v2/images/{id}/tags/{tag}", "/v2.3/images/42/tags/x", 0));
        assertEquals(Optional.of("x"), RouteTable.value("/v2/images/{id}/tags/{tag}", "/v2/images/42/tags/x", 1));
        assertEquals(Optional.empty(), RouteTable.value("/v2/images", "/v2/images", 0));
    }

    @Test
    void doorIsTheFirstPartOfAnAddress() {
        assertEquals(Door.V2, Door.of("/v2.16/images"));
        assertEquals(Door.IDENTITY, Door.of("/identity/v3/users"));
        assertEquals(Door.DASHBOARD, Door.of("/dashboard"));
        assertEquals(Door.OTHER, Door.of("/v3"));
        assertEquals(Door.OTHER, Door.of(""));
    }
}
