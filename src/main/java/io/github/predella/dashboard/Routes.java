package io.github.predella.dashboard;

import static io.github.predella.dashboard.Route.Access.ADMINISTRATORS;
import static io.github.predella.dashboard.Route.Access.EVERYBODY;
import static io.github.predella.dashboard.Route.Access.USERS;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which address shows which page. */
final class Routes {

    private static final List<Route> TABLE = List.of(
            new Route(EVERYBODY, "/login", "/login"),
            new Route(USERS, "/", "/overview"),
            new Route(USERS, "/projects", "/projects"),
            new Route(USERS, "/images", "/images/list"),
            new Route(USERS, "/images/change", "/images/change"),
            new Route(USERS, "/images/new", "/create/new"),
            new Route(USERS, "/images/{id}", "/images/image"),
            new Route(USERS, "/images/{id}/api", "/images/api"),
            new Route(USERS, "/images/{id}/edit", "/metadata/edit"),
            Route.served(USERS, "/images/{id}/file", "/dashboard/images/file"),
            new Route(USERS, "/images/{id}/locations", "/images/locations"),
            new Route(USERS, "/images/{id}/metadata", "/metadata/editor"),
            new Route(USERS, "/images/{id}/progress", "/create/progress"),
            new Route(USERS, "/images/{id}/properties", "/images/properties"),
            new Route(USERS, "/images/{id}/sharing", "/sharing/members"),
            new Route(USERS, "/images/{id}/tasks", "/images/tasks"),
            new Route(USERS, "/inbox", "/sharing/inbox"),
            new Route(USERS, "/uploads", "/create/uploads"),
            new Route(USERS, "/tasks", "/tasks/list"),
            new Route(USERS, "/tasks/{id}", "/tasks/task"),
            new Route(USERS, "/quota", "/quota/quota"),
            new Route(USERS, "/bin", "/images/bin"),
            new Route(ADMINISTRATORS, "/admin/images", "/images/list"),
            new Route(ADMINISTRATORS, "/admin/jobs", "/admin/jobs"),
            new Route(ADMINISTRATORS, "/admin/stores", "/admin/stores"),
            new Route(ADMINISTRATORS, "/admin/system", "/admin/system"));

    private Routes() {}

    /**
     * A page to show.
     *
     * @param route which page
     * @param values the values in the address, by name
     */
    record Found(Route route, Map<String, String> values) {}

    /** The page at a path below {@code /dashboard}. */
    static Optional<Found> find(String path) {
        for (var route : TABLE) {
            var values = route.match(path);
            if (values.isPresent()) {
                return Optional.of(new Found(route, values.get()));
            }
        }
        return Optional.empty();
    }

    /** All pages, in the order in which they are looked for. */
    static List<Route> all() {
        return TABLE;
    }
}
