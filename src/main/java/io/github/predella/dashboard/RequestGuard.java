package io.github.predella.dashboard;

import io.github.predella.sessions.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.render.ResponseStateManager;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/**
 * Keeps requests out that a strange page makes with a user's cookie: a change has to come from our own origin and, once
 * somebody is logged in, to prove that it comes from a page of this session.
 */
@ApplicationScoped
public class RequestGuard {

    /** The field of a form that carries the proof. */
    public static final String FIELD = "csrf";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    private Visits visits;

    /** For the container's proxy only. */
    protected RequestGuard() {}

    @Inject
    public RequestGuard(Visits visits) {
        this.visits = visits;
    }

    /** Whether a request may go on. */
    boolean admits(HttpServletRequest request) {
        return isHarmless(request) || (isFromHere(request) && isProven(request));
    }

    /** A form counts as sent once the page's state is named, whatever the method; then it is no mere look. */
    private static boolean isHarmless(HttpServletRequest request) {
        return HARMLESS.contains(request.getMethod())
                && request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) == null;
    }

    /** Browsers say where a request comes from; whoever does not say it is no browser and has no cookie of a user. */
    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || isOwn(origin, request.getHeader("Host"));
    }

    private static boolean isOwn(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private boolean isProven(HttpServletRequest request) {
        return visits.of(request)
                .map(visit -> visit.key().isProof(proof(request)))
                .orElse(true);
    }

    private static String proof(HttpServletRequest request) {
        String header = request.getHeader(SessionKey.PROOF);
        return header != null ? header : request.getParameter(FIELD);
    }
}
