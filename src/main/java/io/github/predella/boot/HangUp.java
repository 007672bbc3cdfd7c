package io.github.predella.boot;

import java.lang.reflect.Proxy;

/**
 * Hears the signal by which operators let a service read its configuration again. Without somebody to hear it, it would
 * end the process. Java has no documented way to hear signals, and its compiler none to use the other one without a
 * warning, so the classes are looked up; where they or the signal are missing, nothing is heard.
 */
final class HangUp {

    private static final String NAME = "HUP";

    private HangUp() {}

    /** Runs the work at each signal, on a thread of its own; false when this cannot be done here. */
    static boolean hear(Runnable work) {
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            return handle(Proxy.newProxyInstance(
                    HangUp.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        work.run();
                        return null;
                    }));
        } catch (ReflectiveOperationException missing) {
            return false;
        }
    }

    /** Lets the next signal do what it does to any process. */
    static void ignore() {
        try {
            handle(Class.forName("sun.misc.SignalHandler").getField("SIG_DFL").get(null));
        } catch (ReflectiveOperationException missing) {
            // Then nobody heard it either.
        }
    }

    private static boolean handle(Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Object hangUp = signal.getConstructor(String.class).newInstance(NAME);
        signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
                .invoke(null, hangUp, handler);
        return true;
    }
}
