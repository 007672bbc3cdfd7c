package io.github.predella.boot;

import io.github.predella.observe.Figures;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connections of the server's pool. The server tells them to nobody unless its monitoring is on, which costs every
 * request, so its own table of pools is read, by looked-up names; where there is none, these figures are missing.
 */
final class PoolFigures {

    private static final Logger LOG = Logger.getLogger(PoolFigures.class.getName());
    private static final String OURS = "jdbc/predella";

    private final Map<?, ?> pools;

    private PoolFigures(Map<?, ?> pools) {
        this.pools = pools;
    }

    /** Makes the figures known, where they are to be had. */
    static void begin() {
        try {
            var runtime = Class.forName("com.sun.enterprise.connectors.ConnectorRuntime")
                    .getMethod("getRuntime")
                    .invoke(null);
            var manager = runtime.getClass().getMethod("getPoolManager").invoke(runtime);
            var table = manager.getClass().getDeclaredField("poolTable");
            table.setAccessible(true);
            var figures = new PoolFigures((Map<?, ?>) table.get(manager));
            Figures.read(
                    "predella_database_connections",
                    "Connections to the database by state: used, free, and requests that wait for one.",
                    "state",
                    figures::states);
            Figures.read(
                    "predella_database_connections_max",
                    "Connections to the database that there may be at most.",
                    "pool",
                    () -> Map.of("predella", (double) number(figures.ours(), "getMaxPoolSize")));
        } catch (ReflectiveOperationException | RuntimeException anotherServer) {
            LOG.log(Level.FINE, anotherServer, () -> "the server's connections are not counted");
        }
    }

    private Map<String, Double> states() {
        Object pool = ours();
        Object status = call(pool, "getPoolStatus");
        var states = new HashMap<String, Double>();
        states.put("used", (double) number(status, "getNumConnUsed"));
        states.put("free", (double) number(status, "getNumConnFree"));
        states.put("waiting", (double) number(pool, "getWaitQueueLength"));
        return states;
    }

    private Object ours() {
        return pools.entrySet().stream()
                .filter(pool -> pool.getKey().toString().contains(OURS))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow();
    }

    private static int number(Object of, String method) {
        return (Integer) call(of, method);
    }

    private static Object call(Object of, String method) {
        try {
            return of.getClass().getMethod(method).invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
