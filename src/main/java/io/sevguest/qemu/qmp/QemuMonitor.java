package io.sevguest.qemu.qmp;

import io.sevguest.problem.ProblemException;
import io.sevguest.process.LocalSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asks and controls a running QEMU through its monitor; from any thread but its own. */
public final class QemuMonitor {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Qmp qmp;

    private QemuMonitor(Qmp qmp) {
        this.qmp = qmp;
    }

    /**
     * Greets the QEMU at the other end; it answers once its machine is made.
     *
     * @param events receives the events of QEMU, on the monitor's thread
     * @param limit for the greeting
     */
    public static QemuMonitor open(LocalSocket socket, Consumer<QmpEvent> events, Duration limit)
            throws ProblemException {
        return new QemuMonitor(Qmp.open(socket.input(), socket.output(), events, limit));
    }

    /** QEMU's word for what the guest does, such as {@code running} or {@code internal-error}. */
    public String status() throws ProblemException {
        return qmp.execute("query-status", LIMIT).path("status").asString("");
    }

    public void pause() throws ProblemException {
        qmp.execute("stop", LIMIT);
    }

    public void resume() throws ProblemException {
        qmp.execute("cont", LIMIT);
    }

    /** Presses the power button; the guest may ignore it. */
    public void powerDown() throws ProblemException {
        qmp.execute("system_powerdown", LIMIT);
    }

    public void reset() throws ProblemException {
        qmp.execute("system_reset", LIMIT);
    }

    /** Ends QEMU at once, without asking the guest. */
    public void quit() throws ProblemException {
        qmp.execute("quit", LIMIT);
    }

    /** Returns a future that is done when all events have been delivered. */
    public CompletableFuture<Void> ended() {
        return qmp.ended();
    }

    /**
     * The launch measurement as base64 of 48 bytes, the measurement and its nonce; empty where this
     * guest has none.
     *
     * <p>Source: QEMU qapi/misc-target.json, query-sev-launch-measure.
     */
    public Optional<String> launchMeasurement() throws ProblemException {
        QmpMessage answer = qmp.ask("query-sev-launch-measure", Qmp.arguments(), LIMIT);
        return answer instanceof QmpMessage.Reply reply
                ? Optional.of(reply.value().path("data").asString(""))
                        .filter(data -> !data.isEmpty())
                : Optional.empty();
    }
}
