package io.github.predella.observe;

import java.util.concurrent.atomic.AtomicBoolean;

/** One request on its way through a door, counted when it comes and when its answer is over. Safe for any thread. */
public final class Passage {

    private final Door door;
    private final String method;
    private final String path;
    private final String route;
    private final Trace trace;
    private final long begun = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();

    private Passage(Door door, String method, String path, String route, Trace trace) {
        this.door = door;
        this.method = method;
        this.path = path;
        this.route = route;
        this.trace = trace;
    }

    /**
     * A request comes, on this thread, which is bound to its {@link Trace} from now on.
     *
     * @param path as the client sent it, without query
     * @param host the network address of whoever asks
     */
    public static Passage begin(RouteTable routes, String method, String path, String host) {
        var door = Door.of(path);
        HttpFigures.arrived(door);
        return new Passage(door, method, path, routes.of(path), Trace.begin(door, host));
    }

    /** The answer is over; true the first time only. */
    public boolean end(int status) {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            HttpFigures.answered(door, route, method, status, nanos());
        }
        return first;
    }

    /** Time since the request came. */
    public long nanos() {
        return System.nanoTime() - begun;
    }

    public Door door() {
        return door;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** The template of the address, see {@link RouteTable}. */
    public String route() {
        return route;
    }

    public Trace trace() {
        return trace;
    }
}
