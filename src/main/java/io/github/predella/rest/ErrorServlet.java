package io.github.predella.rest;

import io.github.predella.core.Fault;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the server answers when it refuses by itself or when something outside the API fails: the same body as from the
 * API, instead of a page that tells strangers which server this is. The deployment descriptor sends every error here.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer error ? error : 404;
        try (var answer =
                ErrorAnswer.of(fault(code), request.getHeader("Accept")).build()) {
            byte[] body = answer.getEntity().toString().getBytes(StandardCharsets.UTF_8);
            response.setStatus(answer.getStatus());
            answer.getStringHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private static Fault fault(int code) {
        return switch (code) {
            case 404 -> Fault.notFound("The resource could not be found.");
            case 403 -> Fault.forbidden("Access was denied to this resource.");
            case 405 -> new Fault(Fault.Kind.METHOD_NOT_ALLOWED, "The method is not allowed for this resource.");
            case 413 -> Fault.tooLarge("The request is too large.");
            case 501 -> new Fault(Fault.Kind.NOT_SUPPORTED, "The method is not implemented.");
            case 503 -> new Fault(Fault.Kind.UNAVAILABLE, "The service is not available at the moment.");
            default ->
                code < 500
                        ? Fault.invalid("The request could not be understood.")
                        : new Fault(Fault.Kind.INTERNAL, ErrorAnswer.OUR_FAULT);
        };
    }
}
