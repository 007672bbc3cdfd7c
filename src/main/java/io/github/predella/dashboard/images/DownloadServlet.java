package io.github.predella.dashboard.images;

import io.github.predella.core.Fault;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.Attachment;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FaultTexts;
import io.github.predella.images.Image;
import io.github.predella.images.ImageService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Gives the data of an image to the browser of somebody who is logged in: the API's own download, asked for within the
 * server with the token of the session, which the browser never has.
 */
@WebServlet(urlPatterns = DownloadServlet.PATH, asyncSupported = true)
public class DownloadServlet extends HttpServlet {

    /** Reached by the address of the image only, see {@code dashboard.Routes}. */
    static final String PATH = "/dashboard/images/file";

    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "X-Auth-Token";

    private final transient CurrentPage page;
    private final transient ActiveCaller active;
    private final transient ImageService images;

    @Inject
    public DownloadServlet(CurrentPage page, ActiveCaller active, ImageService images) {
        this.page = page;
        this.active = active;
        this.images = images;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (page.value("id") == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            var image = images.get(active.caller(), page.value("id"));
            response.setHeader("Content-Disposition", Attachment.named(fileName(image)));
            request.getRequestDispatcher("/v2/images/" + image.id() + "/file")
                    .forward(new WithToken(request, active.visit().token()), response);
        } catch (Fault fault) {
            response.sendError(FaultTexts.status(fault));
        }
    }

    private static String fileName(Image image) {
        String format = image.details().diskFormat();
        return (image.details().name() == null ? image.id() : image.details().name())
                + (format == null ? "" : "." + format);
    }

    /** The same request with a token. */
    private static final class WithToken extends HttpServletRequestWrapper {

        private final String token;

        WithToken(HttpServletRequest request, String token) {
            super(request);
            this.token = token;
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase(TOKEN) ? token : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(TOKEN) ? Collections.enumeration(List.of(token)) : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
            names.removeIf(TOKEN::equalsIgnoreCase);
            names.add(TOKEN);
            return Collections.enumeration(names);
        }
    }
}
