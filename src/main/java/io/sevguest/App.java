package io.sevguest;

/** The only place that wires everything. */
public final class App {
    private App() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}
