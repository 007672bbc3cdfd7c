package io.github.predella.info;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code /healthcheck} as load balancers in front of the reference ask it: a word without a token, as long as requests
 * are answered at all. Whether every part has started is told by {@code /health/ready}.
 */
@WebServlet("/healthcheck")
public class HealthcheckServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final byte[] OK = "OK".getBytes(StandardCharsets.US_ASCII);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Type", "text/plain; charset=UTF-8");
        response.setContentLength(OK.length);
        response.getOutputStream().write(OK);
    }
}
