package io.github.predella.observe.rest;

import io.github.predella.config.MetricsSettings;
import io.github.predella.observe.Figures;
import io.github.predella.observe.LogFigures;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * {@code GET /metrics}: all figures, for readers from the networks of the settings. A filter, because the server has a
 * servlet of its own at this address, for figures about itself; depending on how it was started that one comes first.
 */
@WebFilter({"/metrics", "/metrics/*"})
public class MetricsFilter extends HttpFilter {

    private static final String PATH = "/metrics";

    private static final long serialVersionUID = 1L;

    private final transient MetricsSettings settings;
    private final transient Readers readers;
    private final transient Instance<StoreRegistry> stores;

    @Inject
    public MetricsFilter(MetricsSettings settings, Readers readers, Instance<StoreRegistry> stores) {
        this.settings = settings;
        this.readers = readers;
        this.stores = stores;
    }

    @Override
    public void init() {
        if (settings.on()) {
            Figures.begin(version());
            new StoreSpace(stores::get).begin();
        }
    }

    @Override
    public void destroy() {
        LogFigures.end();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!settings.on() || !request.getRequestURI().equals(PATH)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!readers.admit(request.getRemoteAddr(), isPassedOn(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            var figures = new ByteArrayOutputStream(1 << 16);
            Figures.write(request.getHeader("Accept"), figures);
            response.setContentType(Figures.mediaType(request.getHeader("Accept")));
            response.setContentLength(figures.size());
            figures.writeTo(response.getOutputStream());
        }
    }

    private static boolean isPassedOn(HttpServletRequest request) {
        return request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
    }

    private String version() {
        try (InputStream manifest = getServletContext().getResourceAsStream("/META-INF/MANIFEST.MF")) {
            return Optional.ofNullable(manifest == null ? null : new Manifest(manifest))
                    .map(found -> found.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .orElse("unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
