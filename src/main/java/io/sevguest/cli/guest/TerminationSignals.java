package io.sevguest.cli.guest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Runs work at each SIGINT, SIGTERM and SIGHUP instead of ending the program.
 *
 * <p>A shutdown hook is not enough, because it does not receive a second signal. The class {@code
 * sun.misc.Signal} of the module jdk.unsupported is used through reflection, because the compiler
 * warning about it cannot be suppressed.
 */
final class TerminationSignals {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private TerminationSignals() {}

    /**
     * Runs the work at each signal, on a separate thread.
     *
     * @throws IllegalStateException if the Java runtime does not have the class
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
