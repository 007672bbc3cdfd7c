package io.github.predella.dashboard.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FaultTexts;
import io.github.predella.images.Image;
import io.github.predella.images.ImageQuery;
import io.github.predella.images.ImageService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Writes a list of images as a file, as long as it may be: page after page from the ledger to the browser, so that what
 * is written last may have changed since the first was.
 */
@WebServlet(urlPatterns = {ExportServlet.PATH, ExportServlet.EVERYWHERE})
public class ExportServlet extends HttpServlet {

    static final String PATH = "/dashboard/images/export";
    static final String EVERYWHERE = "/dashboard/admin/images/export";

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 500;

    private final transient CurrentPage page;
    private final transient ActiveCaller active;
    private final transient ImageService images;

    @Inject
    public ExportServlet(CurrentPage page, ActiveCaller active, ImageService images) {
        this.page = page;
        this.active = active;
        this.images = images;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = "json".equals(request.getParameter("form"));
        String path = page.getPath();
        var address = ListAddress.of(page, path.substring(0, path.lastIndexOf('/')));
        try {
            if (address.isEverywhere() && !active.isAdministrator()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            var caller = active.caller();
            var query = address.query();
            // The first page is found before anything is written, so that a refusal still is one.
            var first = images.list(caller, query.on(new PageRequest(AT_ONCE, null)));
            response.setContentType(json ? "application/json" : "text/csv; charset=UTF-8; header=present");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"images." + (json ? "json" : "csv") + "\"");
            try (var form =
                    json ? ListForm.json(response.getOutputStream()) : ListForm.csv(response.getOutputStream())) {
                first.items().forEach(form::write);
                if (first.full()) {
                    rest(caller, query, first.items(), form);
                }
            }
        } catch (Fault fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            response.sendError(FaultTexts.status(fault));
        }
    }

    private void rest(Caller caller, ImageQuery query, List<Image> before, ListForm form) {
        var last = before;
        boolean more = true;
        while (more && !last.isEmpty()) {
            var next = images.list(
                    caller,
                    query.on(new PageRequest(AT_ONCE, last.get(last.size() - 1).id())));
            next.items().forEach(form::write);
            last = next.items();
            more = next.full();
        }
    }
}
