package io.github.predella.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page that is shown: its address and the values in it. */
@Named("page")
@RequestScoped
public class CurrentPage {

    private static final String ROOT = "/dashboard";
    private static final String VALUES = CurrentPage.class.getName();

    private HttpServletRequest request;

    /** For the container's proxy only. */
    protected CurrentPage() {}

    @Inject
    public CurrentPage(HttpServletRequest request) {
        this.request = request;
    }

    /** Tells the page which values its address has; called before the page is. */
    static void note(HttpServletRequest request, Map<String, String> values) {
        request.setAttribute(VALUES, values);
    }

    /** The value at a place of the address, {@code id} in {@code /images/{id}}; null when there is no such place. */
    public String value(String name) {
        return request.getAttribute(VALUES) instanceof Map<?, ?> values && values.get(name) instanceof String text
                ? text
                : null;
    }

    /** A value of the query, without blanks around it; null when it is missing or blank. */
    public String query(String name) {
        String text = request.getParameter(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** All values of a name in the query, without the blank ones. */
    public List<String> queries(String name) {
        return Stream.ofNullable(request.getParameterValues(name))
                .flatMap(Stream::of)
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .toList();
    }

    /** The path of the address, as the browser shows it. */
    public String getPath() {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String forwarded
                ? forwarded
                : request.getRequestURI();
    }

    /** The whole address with its query, without host. */
    public String getAddress() {
        String query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING) instanceof String forwarded
                ? forwarded
                : request.getQueryString();
        return query == null ? getPath() : getPath() + "?" + query;
    }

    /**
     * Whether the page belongs to an entry of the menu.
     *
     * @param entry the path below {@code /dashboard}
     */
    public boolean isAt(String entry) {
        String path = getPath().substring(ROOT.length());
        return path.equals(entry) || (!entry.equals("/") && path.startsWith(entry + "/"));
    }

    /** The address of this page with another value in its query; without the name when the value is null or empty. */
    public String with(String name, String value) {
        var pairs = new ArrayList<String>();
        int query = getAddress().indexOf('?');
        if (query >= 0) {
            for (String pair : getAddress().substring(query + 1).split("&", -1)) {
                if (!pair.equals(name) && !pair.startsWith(name + "=")) {
                    pairs.add(pair);
                }
            }
        }
        if (value != null && !value.isEmpty()) {
            pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return pairs.isEmpty() ? getPath() : getPath() + "?" + String.join("&", pairs);
    }
}
