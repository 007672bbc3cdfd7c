package io.github.predella.rest;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** An answer that leads on to addresses as the client sees them. The server would take those of its own connection. */
final class OuterAnswer extends HttpServletResponseWrapper {

    private final OuterAddress outer;

    OuterAnswer(HttpServletResponse response, OuterAddress outer) {
        super(response);
        this.outer = outer;
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        boolean ours = location.startsWith("/") && !location.startsWith("//");
        super.sendRedirect(ours ? outer.origin() + location : location);
    }
}
