package io.sevguest.cli.guest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Ctrl+C and its like as events: each of SIGINT, SIGTERM and SIGHUP runs a piece of work instead of
 * ending the program.
 *
 * <p>A shutdown hook would not do, as it hears of no second signal. The class {@code
 * sun.misc.Signal} of the module jdk.unsupported is reached by its name, since the compiler cannot
 * be asked not to warn of it.
 */
final class TerminationSignals {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private TerminationSignals() {}

    /**
     * Has work done at each signal, on a thread of its own.
     *
     * @throws IllegalStateException if this Java has no such class
     */
    static void onEach(Runnable work) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling =
                    Proxy.newProxyInstance(
                            TerminationSignals.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("handle")) {
                                    work.run();
                                }
                                return null;
                            });
            for (String name : NAMES) {
                signal.getMethod("handle", signal, handler)
                        .invoke(
                                null,
                                signal.getConstructor(String.class).newInstance(name),
                                handling);
            }
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException unsupported) {
            throw new IllegalStateException("signals cannot be handled", unsupported);
        }
    }
}
