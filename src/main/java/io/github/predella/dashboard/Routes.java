package io.github.predella.dashboard;

import static io.github.predella.dashboard.Route.Access.ADMINISTRATORS;
import static io.github.predella.dashboard.Route.Access.EVERYBODY;
import static io.github.predella.dashboard.Route.Access.PROJECT;
import static io.github.predella.dashboard.Route.Access.USERS;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which address shows which page. */
public final class Routes {

    private static final List<Route> TABLE = List.of(
            new Route(EVERYBODY, "/login", "/login"),
            new Route(PROJECT, "/", "/overview"),
            new Route(USERS, "/projects", "/projects"),
            new Route(PROJECT, "/images", "/images/list"),
            new Route(PROJECT, "/images/change", "/images/change"),
            new Route(PROJECT, "/images/new", "/create/new"),
            new Route(PROJECT, "/images/{id}", "/images/image"),
            new Route(PROJECT, "/images/{id}/api", "/images/api"),
            new Route(PROJECT, "/images/{id}/edit", "/metadata/edit"),
            Route.served(PROJECT, "/images/{id}/file", "/dashboard/images/file"),
            new Route(PROJECT, "/images/{id}/locations", "/images/locations"),
            new Route(PROJECT, "/images/{id}/metadata", "/metadata/editor"),
            new Route(PROJECT, "/images/{id}/progress", "/create/progress"),
            new Route(PROJECT, "/images/{id}/properties", "/images/properties"),
            new Route(PROJECT, "/images/{id}/sharing", "/sharing/members"),
            new Route(PROJECT, "/images/{id}/tasks", "/images/tasks"),
            new Route(PROJECT, "/inbox", "/sharing/inbox"),
            new Route(PROJECT, "/uploads", "/create/uploads"),
            new Route(PROJECT, "/tasks", "/tasks/list"),
            new Route(PROJECT, "/tasks/{id}", "/tasks/task"),
            new Route(PROJECT, "/quota", "/quota/quota"),
            new Route(PROJECT, "/bin", "/images/bin"),
            new Route(PROJECT, "/metadefs", "/metadefs/list"),
            new Route(PROJECT, "/metadefs/all/import", "/metadefs/import"),
            new Route(PROJECT, "/metadefs/all/new", "/metadefs/edit"),
            new Route(PROJECT, "/metadefs/{namespace}", "/metadefs/namespace"),
            new Route(PROJECT, "/metadefs/{namespace}/edit", "/metadefs/edit"),
            Route.served(PROJECT, "/metadefs/{namespace}/export", "/dashboard/metadefs/file"),
            new Route(PROJECT, "/metadefs/{namespace}/object", "/metadefs/object"),
            new Route(PROJECT, "/metadefs/{namespace}/property", "/metadefs/property"),
            new Route(PROJECT, "/metadefs/{namespace}/remove", "/metadefs/remove"),
            new Route(ADMINISTRATORS, "/admin/cache", "/admin/cache"),
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

    /** The addresses of all pages with their places for values, in full. */
    public static List<String> templates() {
        return TABLE.stream().map(route -> "/dashboard" + route.template()).toList();
    }

    /** All pages, in the order in which they are looked for. */
    static List<Route> all() {
        return TABLE;
    }
}
