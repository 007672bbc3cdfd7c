package io.github.predella.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Carries what became of a change over the redirect to the page that tells it: in a cookie, since there is no state
 * elsewhere.
 */
@Named("notices")
@RequestScoped
public class Notices {

    private static final String NAME = "predella_notice";
    private static final int SECONDS = 60;

    private HttpServletRequest request;
    private FacesAnswer answer;
    private List<Notice> shown;

    /** For the container's proxy only. */
    protected Notices() {}

    @Inject
    public Notices(HttpServletRequest request, FacesAnswer answer) {
        this.request = request;
        this.answer = answer;
    }

    /** Tells on the next page that something was done. */
    public void done(String key, String... arguments) {
        give(new Notice(Notice.Kind.DONE, key, List.of(arguments)));
    }

    /** Tells on the next page that something could not be done. */
    public void failed(String key, String... arguments) {
        give(new Notice(Notice.Kind.FAILED, key, List.of(arguments)));
    }

    private void give(Notice notice) {
        answer.response().addCookie(cookie(notice.text(), SECONDS));
    }

    /** What there is to tell on this page; it is told once. */
    public List<Notice> getShown() {
        if (shown == null) {
            shown = Stream.ofNullable(request.getCookies())
                    .flatMap(Stream::of)
                    .filter(cookie -> cookie.getName().equals(NAME))
                    .flatMap(cookie -> Notice.of(cookie.getValue()).stream())
                    .toList();
            if (!shown.isEmpty()) {
                answer.response().addCookie(cookie("", 0));
            }
        }
        return shown;
    }

    private Cookie cookie(String value, int age) {
        var cookie = new Cookie(NAME, value);
        cookie.setPath("/dashboard");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
