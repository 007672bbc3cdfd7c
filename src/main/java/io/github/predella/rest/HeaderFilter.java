package io.github.predella.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hides media types that cannot be read, which the server would refuse before anybody has looked at the request: most
 * addresses do not look at them, and a caller who accepts something unreadable accepts anything.
 */
@WebFilter(
        urlPatterns = "/v2/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class HeaderFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var unreadable = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Set.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT)) {
            if (!isReadable(request.getHeader(name))) {
                unreadable.add(name);
            }
        }
        chain.doFilter(unreadable.isEmpty() ? request : new Without(request, unreadable), response);
    }

    private static boolean isReadable(String header) {
        if (header == null || header.isBlank()) {
            return true;
        }
        try {
            for (String type : header.split(",", -1)) {
                String weight = MediaType.valueOf(type.strip()).getParameters().getOrDefault("q", "1");
                if (!(Double.parseDouble(weight) >= 0 && Double.parseDouble(weight) <= 1)) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static final class Without extends HttpServletRequestWrapper {

        private final Set<String> hidden;

        Without(HttpServletRequest request, Set<String> hidden) {
            super(request);
            this.hidden = hidden;
        }

        @Override
        public String getHeader(String name) {
            return hidden.contains(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return hidden.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = new HashSet<>(Collections.list(super.getHeaderNames()));
            names.removeIf(hidden::contains);
            return Collections.enumeration(names);
        }

        @Override
        public String getContentType() {
            return hidden.contains(HttpHeaders.CONTENT_TYPE) ? null : super.getContentType();
        }
    }
}
