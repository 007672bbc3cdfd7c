package io.github.predella.info;

import io.github.predella.config.Settings;
import io.github.predella.rest.Departure;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code /healthcheck} as load balancers in front of the reference ask it: a word without a token, as long as requests
 * are answered at all, the node is not about to stop, and no file {@code healthcheck_disable} lies in the configuration
 * directory, by which operators take a node out of service. Whether every part has started is told by {@code
 * /health/ready}.
 */
@WebServlet("/healthcheck")
public class HealthcheckServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Departure departure;
    private final transient Path disabling;

    @Inject
    public HealthcheckServlet(Departure departure, Settings settings) {
        this.departure = departure;
        this.disabling = settings.directory().resolve("healthcheck_disable");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (departure.hasBegun()) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "STOPPING");
        } else if (Files.exists(disabling)) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "DISABLED BY FILE");
        } else {
            answer(response, HttpServletResponse.SC_OK, "OK");
        }
    }

    private static void answer(HttpServletResponse response, int status, String word) throws IOException {
        byte[] text = word.getBytes(StandardCharsets.US_ASCII);
        response.setStatus(status);
        response.setHeader("Content-Type", "text/plain; charset=UTF-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }
}
