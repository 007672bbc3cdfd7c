package io.github.predella.dashboard;

import jakarta.faces.context.ExternalContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The headers that hold for every answer of the dashboard; pages have their content security policy besides. */
final class PageHeaders {

    private PageHeaders() {}

    static void add(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** As above, for a page that takes the place of another one. */
    static void add(ExternalContext context) {
        add((HttpServletRequest) context.getRequest(), (HttpServletResponse) context.getResponse());
    }
}
