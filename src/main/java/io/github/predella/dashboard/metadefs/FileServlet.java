package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Fault;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.Attachment;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FaultTexts;
import io.github.predella.metadefs.CatalogueExporter;
import io.github.predella.metadefs.DefinitionFile;
import io.github.predella.metadefs.NamespaceService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The file of a namespace, as the command line writes it and as it can be imported again. */
@WebServlet(urlPatterns = FileServlet.PATH)
public class FileServlet extends HttpServlet {

    /** Reached by the address of the namespace only, see {@code dashboard.Routes}. */
    static final String PATH = "/dashboard/metadefs/file";

    private static final long serialVersionUID = 1L;

    private final transient CurrentPage page;
    private final transient ActiveCaller active;
    private final transient NamespaceService namespaces;

    @Inject
    public FileServlet(CurrentPage page, ActiveCaller active, NamespaceService namespaces) {
        this.page = page;
        this.active = active;
        this.namespaces = namespaces;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var definition = namespaces.show(active.caller(), Place.namespace(page), null);
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(
                    "Content-Disposition", Attachment.named(CatalogueExporter.fileName(definition.namespace())));
            DefinitionFile.write(definition, response.getWriter());
        } catch (Fault fault) {
            response.sendError(FaultTexts.status(fault));
        }
    }
}
