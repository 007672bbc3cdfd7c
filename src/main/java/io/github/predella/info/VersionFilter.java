package io.github.predella.info;

import io.github.predella.rest.PorchSettings;
import io.github.predella.rest.PublicAddress;
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
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first to see a request: answers with the list of versions where no version is named, and leads the other
 * spellings of an address ({@code /v2.7/images}, a version in {@code Accept}) to the one that is served.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class VersionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** What belongs to other parts of the application, also where no servlet of theirs is mapped. */
    private static final Set<String> OTHERS = Set.of("identity", "dashboard", "jakarta.faces.resource", "metrics");

    private static final Pattern VERSION = Pattern.compile("v\\d+(\\.\\d+)?");
    private static final String ACCEPTED = "application/vnd.openstack.images-";

    private final transient ApiVersions versions;
    private final transient PorchSettings settings;

    @Inject
    public VersionFilter(ApiVersions versions, PorchSettings settings) {
        this.versions = versions;
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().replaceFirst("^/{2,}", "/");
        String first = firstSegment(path);
        if (request.getMethod().equals("OPTIONS") && !first.equals("identity") && !tellsOptions(path)) {
            response.setStatus(200);
            response.setContentLength(0);
        } else if (path.equals(request.getRequestURI()) && isServed(request, first)) {
            chain.doFilter(request, response);
        } else if (first.equals("versions")) {
            answer(request, response, 200);
        } else if (VERSION.matcher(first).matches()) {
            lead(request, response, first, path.substring(1 + first.length()));
        } else {
            leadByAccept(request, response, path);
        }
    }

    /** Upload sessions tell by OPTIONS which parts of their protocol there are. */
    private static boolean tellsOptions(String path) {
        return path.startsWith("/v2/") && path.contains("/upload-sessions");
    }

    private static boolean isServed(HttpServletRequest request, String first) {
        var match = request.getHttpServletMapping().getMappingMatch();
        return match == MappingMatch.EXACT || match == MappingMatch.PATH || OTHERS.contains(first);
    }

    private void leadByAccept(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException, ServletException {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.strip().toLowerCase(Locale.ROOT).startsWith(ACCEPTED)) {
            lead(request, response, accept.strip().substring(ACCEPTED.length()).toLowerCase(Locale.ROOT), path);
        } else {
            answer(request, response, 300);
        }
    }

    private void lead(HttpServletRequest request, HttpServletResponse response, String version, String rest)
            throws IOException, ServletException {
        if (versions.offers(version)) {
            request.getRequestDispatcher("/v2" + rest).forward(request, response);
        } else {
            answer(request, response, 300);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        String base =
                settings.publicEndpoint() == null ? PublicAddress.asAddressed(request) : settings.publicEndpoint();
        byte[] body = versions.document(base).toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }
}
