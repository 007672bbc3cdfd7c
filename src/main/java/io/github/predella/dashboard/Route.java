package io.github.predella.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address with places for values, {@code /images/{id}/sharing}, and the view that it shows. */
final class Route {

    /** Who may come there. */
    enum Access {
        /** Also people who have not logged in. */
        EVERYBODY,
        /** Whoever has logged in. */
        USERS,
        /** Whoever has logged in and works in a project; others choose one first. */
        PROJECT,
        /** Administrators; for others the page does not exist. */
        ADMINISTRATORS
    }

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Access access;
    private final String template;
    private final String view;
    private final List<String> names = new ArrayList<>();
    private final Pattern pattern;

    /**
     * @param access who may come there
     * @param template the address below {@code /dashboard}
     * @param view the file below {@code /WEB-INF/dashboard}, where only the server reaches it, without its ending
     */
    Route(Access access, String template, String view) {
        this(template, access, "/WEB-INF/dashboard" + view + ".xhtml");
    }

    /**
     * An address that is not a page.
     *
     * @param path of the servlet that answers
     */
    static Route served(Access access, String template, String path) {
        return new Route(template, access, path);
    }

    private Route(String template, Access access, String view) {
        this.access = access;
        this.template = template;
        this.view = view;
        var regex = new StringBuilder();
        var places = PLACE.matcher(template);
        int end = 0;
        while (places.find()) {
            regex.append(Pattern.quote(template.substring(end, places.start()))).append("([^/]+)");
            names.add(places.group(1));
            end = places.end();
        }
        this.pattern = Pattern.compile(
                regex.append(Pattern.quote(template.substring(end))).toString());
    }

    Access access() {
        return access;
    }

    /** The address with its places, below {@code /dashboard}. */
    String template() {
        return template;
    }

    String view() {
        return view;
    }

    /** The values in an address, by name; nothing when it is another address. */
    Optional<Map<String, String>> match(String path) {
        Matcher found = pattern.matcher(path);
        if (!found.matches()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), found.group(i + 1));
        }
        return Optional.of(values);
    }
}
