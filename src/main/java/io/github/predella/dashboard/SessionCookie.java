package io.github.predella.dashboard;

import io.github.predella.sessions.SessionKey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie with the key of a session. Scripts cannot read it, and strange pages cannot use it for changes. */
final class SessionCookie {

    private SessionCookie() {}

    /**
     * Gives the browser a key; it forgets it when it is closed.
     *
     * @param secure whether the browser came by an encrypted way and is to use no other for the key
     */
    static void give(HttpServletResponse response, SessionKey key, boolean secure) {
        response.addCookie(cookie(key.text(), -1, secure));
    }

    /** Makes the browser forget its key. */
    static void take(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie("", 0, request.isSecure()));
    }

    private static Cookie cookie(String value, int age, boolean secure) {
        var cookie = new Cookie(SessionKey.COOKIE, value);
        // The uploads of a page go to the API, so the cookie has to go there too.
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
