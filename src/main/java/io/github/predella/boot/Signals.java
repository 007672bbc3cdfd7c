package io.github.predella.boot;

import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Hears the signals by which operators talk to a process. Java has no documented way to hear them, and its compiler none
 * to use the other one without a warning, so the classes are looked up; where they or a signal are missing, nothing is
 * heard and the signal does what it does to any process.
 */
final class Signals {

    /** Lets a service read its configuration again; without somebody to hear it, it would end the process. */
    static final String HANG_UP = "HUP";

    /** Lets a service end in good order. */
    static final String TERMINATE = "TERM";

    private Signals() {}

    /**
     * Runs the work at each signal of that name, on a thread of its own.
     *
     * @return gives the signal back to whoever heard it before; empty when it cannot be heard here
     */
    static Optional<Runnable> hear(String name, Runnable work) {
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object former = handle(
                    name,
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                                work.run();
                                return null;
                            }));
            return Optional.of(() -> giveBack(name, former));
        } catch (ReflectiveOperationException missing) {
            return Optional.empty();
        }
    }

    private static void giveBack(String name, Object former) {
        try {
            handle(name, former);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("what was heard cannot be unheard", missing);
        }
    }

    private static Object handle(String name, Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        return signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    }
}
