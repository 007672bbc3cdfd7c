package io.github.predella.boot;

import io.github.predella.dashboard.Routes;
import io.github.predella.observe.RouteTable;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All addresses of this service, as the resource classes themselves declare them. */
final class Addresses {

    private static final List<String> OTHERS =
            List.of("/", "/versions", "/healthcheck", "/health", "/health/live", "/health/ready", "/metrics");

    private Addresses() {}

    static RouteTable table() {
        var all = new ArrayList<>(OTHERS);
        all.addAll(Routes.templates());
        all.addAll(List.of("/dashboard/events", "/dashboard/images/export", "/jakarta.faces.resource/{resource}"));
        all.addAll(of(new ApiApplication()));
        all.addAll(of(new IdentityApplication()));
        return new RouteTable(all);
    }

    private static List<String> of(Application application) {
        String base = "/"
                + application.getClass().getAnnotation(ApplicationPath.class).value();
        return application.getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(type -> {
                    String root = joined(base, type.getAnnotation(Path.class).value());
                    var below = Arrays.stream(type.getMethods())
                            .map((Method method) -> method.getAnnotation(Path.class))
                            .filter(Objects::nonNull)
                            .map(path -> joined(root, path.value()));
                    return Stream.concat(Stream.of(root), below);
                })
                .toList();
    }

    private static String joined(String base, String path) {
        return path.isEmpty() ? base : base + "/" + path;
    }
}
