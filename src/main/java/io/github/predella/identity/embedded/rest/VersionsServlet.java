package io.github.predella.identity.embedded.rest;

import io.github.predella.rest.PublicAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /identity}: 300 with the list of versions, of which there is one. No token is needed. */
@WebServlet({"/identity", "/identity/"})
public class VersionsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var links = new Links(address.of(""), "/identity");
        var body = VersionJson.versions(links).build().toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_MULTIPLE_CHOICES);
        response.setContentType("application/json");
        response.setHeader("Location", links.root() + "/");
        response.setHeader("Vary", Asker.TOKEN);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
