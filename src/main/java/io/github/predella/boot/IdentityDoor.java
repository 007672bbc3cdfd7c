package io.github.predella.boot;

import io.github.predella.identity.IdentityPlace;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Nothing is at the address of the built-in identity service where another one is in use. */
@WebFilter(
        urlPatterns = {"/identity", "/identity/*"},
        asyncSupported = true)
public class IdentityDoor extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient IdentityPlace identity;

    @Inject
    public IdentityDoor(IdentityPlace identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (identity.embedded()) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
