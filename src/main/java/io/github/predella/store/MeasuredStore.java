package io.github.predella.store;

import io.github.predella.observe.StoreFigures;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Counts what a store is asked to do. What stands before the store has the same interfaces as the store itself, so
 * whoever asks what it can do beyond the common verbs gets the store's own answer, also for interfaces yet to come. A
 * proxy costs a fraction of a microsecond, and a call to a store at least a look into a directory.
 */
final class MeasuredStore implements InvocationHandler {

    /** The verbs that reach for the device, by the names of their methods, and what they are called in figures. */
    private static final Map<String, String> VERBS = Map.of(
            "create", "create",
            "open", "open",
            "file", "open",
            "size", "size",
            "delete", "delete",
            "discard", "delete",
            "adopt", "adopt",
            "share", "share",
            "sweep", "sweep");

    private final String id;
    private final ObjectStore store;

    private MeasuredStore(String id, ObjectStore store) {
        this.id = id;
        this.store = store;
    }

    /** The store, measured under its id. */
    static ObjectStore of(String id, ObjectStore store) {
        StoreFigures.known(id);
        var interfaces = new LinkedHashSet<Class<?>>();
        for (Class<?> type = store.getClass(); type != null; type = type.getSuperclass()) {
            gather(type, interfaces);
        }
        return (ObjectStore) Proxy.newProxyInstance(
                MeasuredStore.class.getClassLoader(),
                interfaces.toArray(Class<?>[]::new),
                new MeasuredStore(id, store));
    }

    private static void gather(Class<?> type, Set<Class<?>> found) {
        for (Class<?> each : type.getInterfaces()) {
            if (ObjectStore.class.isAssignableFrom(each)) {
                found.add(each);
            }
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String verb = VERBS.get(method.getName());
        long begun = System.nanoTime();
        try {
            Object result = method.invoke(store, arguments);
            if (verb != null) {
                StoreFigures.done(id, verb, System.nanoTime() - begun);
            }
            return result instanceof ObjectWriter writer ? new MeasuredWriter(id, writer) : result;
        } catch (InvocationTargetException failure) {
            if (verb != null) {
                StoreFigures.failed(id, verb, kindOf(failure.getCause()), System.nanoTime() - begun);
            }
            throw failure.getCause();
        }
    }

    /** The kind of a fault as figures have it; whatever is none is a fault of our own. */
    static String kindOf(Throwable failure) {
        return failure instanceof StoreFault fault ? fault.kind().name().toLowerCase(Locale.ROOT) : "internal";
    }
}
