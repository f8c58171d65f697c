package io.sevguest.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that opens a QEMU's two sockets and answers its monitor as a scenario says. */
public final class FakeQemu {
    /** The behavior of the program. */
    public enum Scenario {
        /** KVM fails before the guest's first instruction; TCG works. */
        BROKEN_KVM,
        /** The guest writes output, then KVM fails. */
        BROKEN_LATER,
        /** The guest powers down when asked; there is a launch measurement. */
        OBEDIENT,
        /** The guest writes output, then QEMU ends as if by SIGSEGV. */
        CRASH,
        /** QEMU ends before there is a serial line. */
        NO_SERIAL,
        /** QEMU never answers for the launch measurement. */
        NO_MEASUREMENT,
        /** A disk of the guest fails, which stops it. */
        DISK_FULL
    }

    private static final Pattern REQUEST =
            Pattern.compile("\"execute\":\"([a-z_-]+)\",\"id\":(\\d+)");
    private static final String GREETING =
            "{\"QMP\": {\"version\": {\"qemu\": {\"micro\": 0, \"minor\": 2, \"major\": 7},"
                    + " \"package\": \"\"}, \"capabilities\": []}}";

    private final Scenario scenario;
    private final boolean kvm;
    private final SocketChannel monitor;
    private final SocketChannel serial;
    private boolean broken;

    private FakeQemu(Scenario scenario, boolean kvm, SocketChannel monitor, SocketChannel serial) {
        this.scenario = scenario;
        this.kvm = kvm;
        this.monitor = monitor;
        this.serial = serial;
    }

    /** Returns a program file to use as QEMU. */
    public static Path program(Path folder, Scenario scenario, Path directory) throws IOException {
        String surefire = System.getProperty("surefire.test.class.path", "");
        String classPath = surefire.isEmpty() ? System.getProperty("java.class.path") : surefire;
        Path script = folder.resolve("fake-qemu");
        Files.writeString(
                script,
                """
                #!/bin/sh
                exec '%s/bin/java' -Xshare:auto -cp '%s' %s %s '%s' "$*"
                """
                        .formatted(
                                System.getProperty("java.home"),
                                classPath,
                                FakeQemu.class.getName(),
                                scenario,
                                directory));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        ServerSocketChannel monitors = listen(directory.resolve("qmp.sock"));
        if (Scenario.valueOf(arguments[0]) == Scenario.NO_SERIAL) {
            monitors.accept();
            System.exit(1);
        }
        ServerSocketChannel serials = listen(directory.resolve("serial.sock"));
        try (SocketChannel monitor = monitors.accept();
                SocketChannel serial = serials.accept()) {
            boolean kvm = arguments[2].contains("kvm");
            new FakeQemu(Scenario.valueOf(arguments[0]), kvm, monitor, serial).serve();
        }
    }

    private static ServerSocketChannel listen(Path path) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(UnixDomainSocketAddress.of(path));
    }

    private void serve() throws IOException {
        send(monitor, GREETING);
        var in = new BufferedReader(Channels.newReader(monitor, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Matcher request = REQUEST.matcher(line);
            if (!request.find()) {
                throw new IOException(line);
            }
            answer(request.group(1), request.group(2));
        }
    }

    private String status() {
        if (scenario == Scenario.DISK_FULL) {
            return "io-error";
        }
        return broken ? "internal-error" : "running";
    }

    private void answer(String command, String id) throws IOException {
        if (scenario == Scenario.NO_MEASUREMENT && command.equals("query-sev-launch-measure")) {
            return;
        }
        String value =
                switch (command) {
                    case "query-status" -> "{\"status\": \"" + status() + "\"}";
                    case "query-sev-launch-measure" -> "{\"data\": \"bWVhc3VyZWQ=\"}";
                    default -> "{}";
                };
        send(monitor, "{\"return\": " + value + ", \"id\": " + id + "}");
        switch (command) {
            case "qmp_capabilities" -> begin();
            case "system_powerdown" -> powerDown();
            case "quit" -> System.exit(0);
            default -> {}
        }
    }

    private void begin() throws IOException {
        switch (scenario) {
            case BROKEN_KVM -> {
                if (kvm) {
                    stop();
                } else {
                    send(serial, "alive");
                }
            }
            case BROKEN_LATER -> {
                send(serial, "alive");
                stop();
            }
            case CRASH -> {
                send(serial, "alive");
                Runtime.getRuntime().halt(139);
            }
            case OBEDIENT, NO_MEASUREMENT, DISK_FULL, NO_SERIAL -> send(serial, "alive");
        }
    }

    private void stop() throws IOException {
        broken = true;
        send(monitor, "{\"event\": \"STOP\"}");
    }

    private void powerDown() throws IOException {
        send(
                monitor,
                "{\"event\": \"SHUTDOWN\", \"data\": {\"guest\": true, \"reason\":"
                        + " \"guest-shutdown\"}}");
        System.exit(0);
    }

    private static void send(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
