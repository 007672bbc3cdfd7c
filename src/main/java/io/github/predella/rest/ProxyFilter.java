package io.github.predella.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;

/**
 * Lets everything behind it see a request as its client has sent it, where trusted proxies stand in between. The
 * deployment descriptor puts it before all other filters.
 */
public class ProxyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient boolean on;
    private final transient Outside outside;

    @Inject
    public ProxyFilter(ProxySettings settings) {
        this.on = settings.headersCount();
        this.outside = new Outside(settings.trust());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var outer = on
                ? outside.of(inside(request), name -> Collections.list(request.getHeaders(name)))
                : Optional.<OuterAddress>empty();
        if (outer.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        outer.get().note(request);
        chain.doFilter(new OuterRequest(request, outer.get()), new OuterAnswer(response, outer.get()));
    }

    private static Outside.Inside inside(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return new Outside.Inside(
                request.getRemoteAddr(), request.getScheme(), host == null ? request.getServerName() : host);
    }
}
