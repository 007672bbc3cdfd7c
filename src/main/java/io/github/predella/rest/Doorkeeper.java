package io.github.predella.rest;

import io.github.predella.observe.AccessLog;
import io.github.predella.observe.AuditTrail;
import io.github.predella.observe.Passage;
import io.github.predella.observe.RouteTable;
import io.github.predella.observe.Trace;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The first to see a request, at every door, and the last to see its answer: what is counted and logged about requests
 * begins and ends here. The deployment descriptor puts it behind the one that knows proxies and before all that annotations declare.
 */
public class Doorkeeper extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int FAILED = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;

    private final transient RouteTable routes;

    @Inject
    public Doorkeeper(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var passage = Passage.begin(routes, request.getMethod(), request.getRequestURI(), request.getRemoteAddr());
        var watched = new Watched(request, response, passage);
        boolean answered = false;
        try {
            chain.doFilter(watched, response);
            answered = true;
        } finally {
            Trace.end();
            if (!watched.lasts) {
                end(passage, response, answered ? response.getStatus() : FAILED);
            }
        }
    }

    private static void end(Passage passage, HttpServletResponse response, int status) {
        if (passage.end(status)) {
            String length = response.getHeader("Content-Length");
            AccessLog.tell(passage, status, length == null ? -1 : Long.parseLong(length));
            AuditTrail.tell(passage, status, response.getHeader("Location"));
        }
    }

    /** Notices when the answer outlasts the thread; then whoever ends it says so. */
    private static final class Watched extends HttpServletRequestWrapper {

        private final HttpServletResponse response;
        private final Passage passage;
        private volatile boolean lasts;

        Watched(HttpServletRequest request, HttpServletResponse response, Passage passage) {
            super(request);
            this.response = response;
            this.passage = passage;
        }

        @Override
        public AsyncContext startAsync() {
            return watched(super.startAsync());
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse answer) {
            return watched(super.startAsync(request, answer));
        }

        private AsyncContext watched(AsyncContext answering) {
            lasts = true;
            answering.addListener(new Ending(response, passage));
            return answering;
        }
    }

    private record Ending(HttpServletResponse response, Passage passage) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            Doorkeeper.end(passage, response, response.getStatus());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            Doorkeeper.end(passage, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }

        @Override
        public void onError(AsyncEvent event) {
            Doorkeeper.end(passage, response, FAILED);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
