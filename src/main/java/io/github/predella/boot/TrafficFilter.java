package io.github.predella.boot;

import io.github.predella.rest.Departure;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The first to see a request ({@code web.xml} names it, so that it stands ahead of all others): counts those that run,
 * and asks clients to close their connections when the node is about to stop. What goes on after the filter, a download
 * or a stream of events, is not counted here: downloads have places that tell, and streams are ended first.
 */
public class TrafficFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Traffic traffic;
    private final transient FrontDoors doors;
    private final transient Departure departure;
    private final transient StartState state;

    @Inject
    public TrafficFilter(Traffic traffic, FrontDoors doors, Departure departure, StartState state) {
        this.traffic = traffic;
        this.doors = doors;
        this.departure = departure;
        this.state = state;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        state.open();
        doors.note(request);
        // Connections of later versions of HTTP carry many requests and know no such header.
        if (departure.hasBegun() && request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
        traffic.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            traffic.end();
        }
    }
}
