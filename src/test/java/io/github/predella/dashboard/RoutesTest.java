package io.github.predella.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void everyAddressHasItsPage() {
        for (Route route : Routes.all()) {
            if (route.view().endsWith(".xhtml")) {
                assertTrue(Files.exists(Path.of("webapp" + route.view())), route.view());
            }
        }
    }

    @Test
    void valuesAreTakenFromTheAddress() {
        var route = new Route(Route.Access.USERS, "/images/{id}/sharing", "/sharing/members");

        assertEquals(Optional.of(Map.of("id", "a.b")), route.match("/images/a.b/sharing"));
        assertEquals(Optional.empty(), route.match("/images/a/b/sharing"));
        assertEquals(Optional.empty(), route.match("/images//sharing"));
        assertEquals("/WEB-INF/dashboard/sharing/members.xhtml", route.view());
    }

    @Test
    void filesBehindPagesAreNoAddresses() {
        assertEquals(Optional.empty(), Routes.find("/login.xhtml"));
        assertEquals(Optional.empty(), Routes.find("/WEB-INF/web.xml"));
    }
}
