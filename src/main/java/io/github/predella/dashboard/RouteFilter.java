package io.github.predella.dashboard;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The first to see a request for the dashboard: sends the headers that hold for all of it, keeps changes from strange
 * pages out, notes preferences, and leads an address to its page.
 */
@WebFilter(urlPatterns = "/dashboard/*", asyncSupported = true)
public class RouteFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String ROOT = "/dashboard";

    private final transient Visits visits;
    private final transient RequestGuard guard;

    @Inject
    public RouteFilter(Visits visits, RequestGuard guard) {
        this.visits = visits;
        this.guard = guard;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        PageHeaders.add(request, response);
        // Browsers do not say it; it counts only before the first field of a form is asked for.
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String path = request.getRequestURI().substring(ROOT.length());
        if (path.isEmpty()) {
            response.sendRedirect(ROOT + "/");
        } else if (!guard.admits(request)) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
        } else if (Preferences.isChoice(request)) {
            Preferences.note(request, response);
        } else if (request.getHttpServletMapping().getMappingMatch() == MappingMatch.EXACT) {
            chain.doFilter(request, response);
        } else {
            lead(request, response, path);
        }
    }

    private void lead(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException, ServletException {
        var found = Routes.find(path)
                .filter(page -> visits.may(request, page.route().access()));
        if (found.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (found.get().route().access() == Route.Access.PROJECT && !hasProject(request)) {
            response.sendRedirect(ROOT + "/projects");
            return;
        }
        CurrentPage.note(request, found.get().values());
        request.getRequestDispatcher(found.get().route().view()).forward(request, response);
    }

    private boolean hasProject(HttpServletRequest request) {
        return visits.of(request).map(visit -> visit.facts().project() != null).orElse(false);
    }

    /** A page that says so; its bean reads the status. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException, ServletException {
        response.setStatus(status);
        request.getRequestDispatcher(FaultPage.VIEW).forward(request, response);
    }
}
