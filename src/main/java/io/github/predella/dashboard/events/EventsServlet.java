package io.github.predella.dashboard.events;

import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.data.EndingExecutor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * {@code /dashboard/events}: what has moved, as server-sent events named {@code moved}, whose data are keys such as
 * {@code image:<id>}, {@code task:<id>}, {@code inbox} and {@code quota}, or {@code *} for anything. Whoever finds no
 * room is answered 204, which tells browsers not to come again.
 */
@WebServlet(urlPatterns = "/dashboard/events", asyncSupported = true)
public class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** After how many milliseconds a page opens another stream; longer where many would come at once. */
    private static final int SOONEST = 2000;

    private static final int SPREAD = 3000;

    private final transient ActiveCaller active;
    private final transient ChangeWatch watch;
    private final transient EndingExecutor endings;
    private final transient Clock clock;

    @Inject
    public EventsServlet(ActiveCaller active, ChangeWatch watch, EndingExecutor endings, Clock clock) {
        this.active = active;
        this.watch = watch;
        this.endings = endings;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!active.isKnown()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var caller = active.caller();
        String session = active.visit().key().id();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        // A proxy that gathers answers would keep them to itself.
        response.setHeader("X-Accel-Buffering", "no");
        if (watch.isClosed()) {
            // A page that comes again soon comes to another node.
            response.getOutputStream().print(retry(SOONEST));
            return;
        }
        var stream = new EventStream(request.startAsync(), endings);
        var listener = new Listener(caller, session, stream, clock.instant());
        stream.open(() -> watch.remove(listener));
        if (watch.add(listener)) {
            stream.send(retry(SOONEST + Math.floorMod(System.identityHashCode(listener), SPREAD)));
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            stream.end();
        }
    }

    private static String retry(int milliseconds) {
        return "retry: " + milliseconds + "\n\n";
    }
}
