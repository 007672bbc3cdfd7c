package io.github.predella.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Lets pages of other origins use the API, where the operator wants that. Browsers ask before they send, without
 * credentials, so this stands before everything that looks for any. The dashboard is for its own pages only.
 */
public class CorsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String VARY = "Vary";
    private static final String ORIGIN = "Origin";

    private final transient CorsRules rules;

    @Inject
    public CorsFilter(CorsSettings settings) {
        this.rules = new CorsRules(settings);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!rules.isOn() || isOfPages(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(VARY, ORIGIN);
        String origin = request.getHeader(ORIGIN);
        if (origin == null) {
            chain.doFilter(request, new Varying(response));
            return;
        }
        String method = request.getHeader("Access-Control-Request-Method");
        if (request.getMethod().equals("OPTIONS") && method != null) {
            var answer = rules.onQuestion(origin, method, request.getHeader("Access-Control-Request-Headers"));
            answer.ifPresent(headers -> headers.forEach(response::setHeader));
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentLength(0);
            return;
        }
        rules.onAnswer(origin).forEach(response::setHeader);
        chain.doFilter(request, new Varying(response));
    }

    private static boolean isOfPages(String path) {
        return Stream.of("/dashboard", "/jakarta.faces.resource")
                .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /** An answer that goes on to depend on the origin when somebody behind says on what else it depends. */
    private static final class Varying extends HttpServletResponseWrapper {

        Varying(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, VARY.equalsIgnoreCase(name) ? value + ", " + ORIGIN : value);
        }
    }
}
