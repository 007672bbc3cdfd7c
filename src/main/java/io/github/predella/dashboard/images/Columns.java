package io.github.predella.dashboard.images;

import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which columns the list has besides those that it always has: chosen by the address, and kept in a cookie. */
@Named("imageColumns")
@RequestScoped
public class Columns {

    /** What can be chosen, in the order in which it is shown. */
    static final List<String> OPTIONAL =
            List.of("owner", "container", "virtual_size", "min_disk", "min_ram", "protected", "checksum", "created_at");

    private static final String NAME = "columns";
    private static final String COOKIE = "predella_columns";
    private static final String NONE = "none";
    private static final String BETWEEN = ".";
    private static final int YEAR = 365 * 24 * 60 * 60;

    private CurrentPage page;
    private FacesAnswer answer;
    private List<String> shown;

    /** For the container's proxy only. */
    protected Columns() {}

    @Inject
    public Columns(CurrentPage page, FacesAnswer answer) {
        this.page = page;
        this.answer = answer;
    }

    /** Keeps what the address chooses. */
    void note() {
        String chosen = page.query(NAME);
        if (chosen != null) {
            var cookie = new Cookie(COOKIE, text(known(chosen)));
            cookie.setPath("/dashboard");
            cookie.setMaxAge(YEAR);
            cookie.setSecure(answer.request().isSecure());
            cookie.setAttribute("SameSite", "Lax");
            answer.response().addCookie(cookie);
        }
    }

    /** Whether a column is shown. */
    public boolean has(String column) {
        return shown().contains(column);
    }

    /** The columns that can be chosen. */
    public List<String> getAll() {
        return OPTIONAL;
    }

    /** The value that chooses the same columns but for one, which is shown from then on if it was not, or the reverse. */
    public String toggled(String column) {
        var others = new ArrayList<>(shown());
        if (!others.remove(column)) {
            others.add(column);
        }
        return text(others);
    }

    private List<String> shown() {
        if (shown == null) {
            shown = Optional.ofNullable(page.query(NAME))
                    .or(this::kept)
                    .map(Columns::known)
                    .orElse(List.of());
        }
        return shown;
    }

    private Optional<String> kept() {
        return Stream.ofNullable(answer.request().getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static List<String> known(String text) {
        var names = List.of(text.split("\\" + BETWEEN, -1));
        return OPTIONAL.stream().filter(names::contains).toList();
    }

    private static String text(List<String> columns) {
        return columns.isEmpty() ? NONE : String.join(BETWEEN, columns);
    }
}
