package io.github.predella.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;

/**
 * A request as its client has addressed it. A prefix that a proxy has taken off is not put back here, since paths are
 * what the parts behind are found by; addresses for clients get it from {@link PublicAddress}.
 */
final class OuterRequest extends HttpServletRequestWrapper {

    private static final String HOST = "Host";

    private final OuterAddress outer;

    OuterRequest(HttpServletRequest request, OuterAddress outer) {
        super(request);
        this.outer = outer;
    }

    @Override
    public String getScheme() {
        return outer.scheme();
    }

    @Override
    public boolean isSecure() {
        return outer.secure();
    }

    @Override
    public String getServerName() {
        return outer.host();
    }

    @Override
    public int getServerPort() {
        return outer.port();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(outer.origin()).append(getRequestURI());
    }

    @Override
    public String getRemoteAddr() {
        return outer.client();
    }

    @Override
    public String getRemoteHost() {
        return outer.client();
    }

    @Override
    public String getHeader(String name) {
        return HOST.equalsIgnoreCase(name) ? outer.authority() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return HOST.equalsIgnoreCase(name)
                ? Collections.enumeration(Collections.singleton(outer.authority()))
                : super.getHeaders(name);
    }
}
