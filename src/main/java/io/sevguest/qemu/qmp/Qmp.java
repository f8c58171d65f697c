package io.sevguest.qemu.qmp;

import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of QEMU's machine protocol over two streams. Commands may come from any thread; events
 * are delivered on the reading thread.
 *
 * <p>Source: QEMU docs/interop/qmp-spec
 */
public final class Qmp {
    /** Longest line read; the schema of a QEMU is half a megabyte. */
    static final int LONGEST_LINE = 16 << 20;

    private static final System.Logger LOG = System.getLogger(Qmp.class.getName());

    private final OutputStream out;
    private final Consumer<QmpEvent> events;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<QmpMessage>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<QmpMessage> greeting = new CompletableFuture<>();
    private final CompletableFuture<Throwable> closed = new CompletableFuture<>();

    private Qmp(OutputStream out, Consumer<QmpEvent> events) {
        this.out = out;
        this.events = events;
    }

    /**
     * Waits for the greeting and leaves the mode of negotiating.
     *
     * @param events receives the events of QEMU
     * @throws ProblemException if no greeting arrives in time, or the other side is not QEMU
     */
    public static Qmp open(
            InputStream in, OutputStream out, Consumer<QmpEvent> events, Duration limit)
            throws ProblemException {
        var qmp = new Qmp(out, events);
        var reader = new Thread(() -> qmp.readAll(new BufferedInputStream(in)), "qmp");
        reader.setDaemon(true);
        reader.start();
        await(qmp.greeting, "greeting", limit);
        qmp.execute("qmp_capabilities", limit);
        return qmp;
    }

    /** Returns QEMU's version as given in its greeting, such as {@code 7.2.22 (Debian …)}. */
    public String version() {
        return ((QmpMessage.Greeting) greeting.join()).version();
    }

    public static ObjectNode arguments() {
        return QmpMessage.JSON.createObjectNode();
    }

    public JsonNode execute(String command, Duration limit) throws ProblemException {
        return execute(command, arguments(), limit);
    }

    /**
     * Has QEMU carry out a command.
     *
     * @return what the command gave
     * @throws ProblemException if QEMU answers with an error, no answer comes in time or the
     *     connection ends
     */
    JsonNode execute(String command, ObjectNode arguments, Duration limit) throws ProblemException {
        QmpMessage message = ask(command, arguments, limit);
        if (message instanceof QmpMessage.Reply reply) {
            return reply.value();
        }
        throw new ProblemException(
                Problem.of(
                        "QEMU refused the command "
                                + command
                                + ": "
                                + ((QmpMessage.Failure) message).description()));
    }

    /**
     * Has QEMU carry out a command that it may not know.
     *
     * @return a {@code Reply} or a {@code Failure}
     * @throws ProblemException if no answer comes in time or the connection ends
     */
    public QmpMessage ask(String command, ObjectNode arguments, Duration limit)
            throws ProblemException {
        long id = lastId.incrementAndGet();
        var answer = new CompletableFuture<QmpMessage>();
        waiting.put(id, answer);
        try {
            send(command, arguments, id);
            return await(answer, command, limit);
        } finally {
            waiting.remove(id);
        }
    }

    private void send(String command, ObjectNode arguments, long id) throws ProblemException {
        ObjectNode request = arguments().put("execute", command).put("id", id);
        if (!arguments.isEmpty()) {
            request.set("arguments", arguments);
        }
        if (closed.isDone()) {
            throw new ProblemException(gone(command), closed.join());
        }
        try {
            synchronized (out) {
                out.write((request + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException failure) {
            throw new ProblemException(gone(command), failure);
        }
    }

    private static QmpMessage await(
            CompletableFuture<QmpMessage> answer, String what, Duration limit)
            throws ProblemException {
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new ProblemException(tooLate(what, limit), late);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException(what);
        } catch (ExecutionException ended) {
            if (ended.getCause() instanceof ProblemException broken) {
                throw new ProblemException(broken.problem(), ended);
            }
            throw new ProblemException(gone(what), ended);
        }
    }

    /**
     * Returns a future that is done when everything that the other side sent has been delivered.
     */
    CompletableFuture<Void> ended() {
        return closed.thenAccept(reason -> {});
    }

    private void readAll(InputStream source) {
        try (InputStream in = source) {
            for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
                receive(QmpMessage.parse(line));
            }
        } catch (IOException | ProblemException broken) {
            LOG.log(Level.DEBUG, "monitor ended", broken);
            end(broken);
        } finally {
            end(new EOFException());
        }
    }

    /** Fails all who wait. Who asks later finds the first end in {@code closed}. */
    private void end(Throwable reason) {
        closed.complete(reason);
        greeting.completeExceptionally(reason);
        waiting.values().forEach(answer -> answer.completeExceptionally(reason));
    }

    private void receive(QmpMessage message) {
        if (message instanceof QmpMessage.Greeting) {
            greeting.complete(message);
        } else if (message instanceof QmpMessage.Notification happened) {
            events.accept(happened.event());
        } else if (message instanceof QmpMessage.Reply reply) {
            answer(reply.id(), message);
        } else if (message instanceof QmpMessage.Failure failure) {
            answer(failure.id(), message);
        }
    }

    private void answer(long id, QmpMessage message) {
        CompletableFuture<QmpMessage> asked = waiting.get(id);
        if (asked == null) {
            LOG.log(Level.DEBUG, "answer {0} to nobody", id);
        } else {
            asked.complete(message);
        }
    }

    /** The next line that is not blank; empty at the end. */
    private static String readLine(InputStream in) throws IOException, ProblemException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.write(next);
            } else if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
                break;
            }
            if (line.size() > LONGEST_LINE) {
                throw new ProblemException(
                        Problem.of(
                                "QEMU's monitor sent a line of more than "
                                        + LONGEST_LINE
                                        + " bytes."));
            }
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private static Problem gone(String what) {
        return new Problem(
                "QEMU's monitor was closed before it answered to " + what + ".",
                "",
                "QEMU has ended. See its messages.");
    }

    private static Problem tooLate(String what, Duration limit) {
        return new Problem(
                "QEMU's monitor did not answer to "
                        + what
                        + " within "
                        + Count.of(limit.toSeconds(), "second")
                        + ".",
                "",
                "Try again when the machine is less busy, or kill the guest.");
    }
}
