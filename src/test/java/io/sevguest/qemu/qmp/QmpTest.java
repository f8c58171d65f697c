package io.sevguest.qemu.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.problem.ProblemException;
import io.sevguest.process.LocalSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class QmpTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir private Path folder;
    private final BlockingQueue<QmpEvent> events = new LinkedBlockingQueue<>();

    @Test
    void greetsAndNegotiatesBeforeTheFirstCommand() throws Exception {
        var requests = new LinkedBlockingQueue<String>();
        try (var monitor =
                answering(
                        request -> {
                            requests.add(request);
                            return FakeMonitor.empty(request);
                        })) {
            Qmp qmp = open(monitor);
            assertThat(qmp.version()).isEqualTo("7.2.22 (Debian)");
            qmp.execute("stop", LIMIT);
        }
        assertThat(requests.take()).contains("\"execute\":\"qmp_capabilities\"");
        assertThat(requests.take()).contains("\"execute\":\"stop\"").doesNotContain("arguments");
    }

    @Test
    void tellsEventsBetweenAnswers() throws Exception {
        String event =
                "{\"timestamp\": {\"seconds\": 5, \"microseconds\": 7}, \"event\": \"SHUTDOWN\","
                        + " \"data\": {\"guest\": true, \"reason\": \"guest-shutdown\"}}";
        try (var monitor =
                answering(request -> List.of(event, FakeMonitor.empty(request).get(0)))) {
            open(monitor);
            QmpEvent told = events.poll(10, TimeUnit.SECONDS);
            assertThat(told)
                    .isEqualTo(
                            new QmpEvent(
                                    Instant.ofEpochSecond(5, 7000),
                                    "SHUTDOWN",
                                    "guest-shutdown",
                                    "{\"guest\":true,\"reason\":\"guest-shutdown\"}"));
        }
    }

    @Test
    void givesEachAnswerToItsOwnRequest() throws Exception {
        try (var monitor =
                answering(
                        request ->
                                List.of(
                                        "{\"return\": {\"stranger\": 1}, \"id\": 999}",
                                        "{\"return\": {\"mine\": 2}, \"id\": "
                                                + FakeMonitor.id(request)
                                                + "}"))) {
            assertThat(open(monitor).execute("query-status", LIMIT).path("mine").asInt(0))
                    .isEqualTo(2);
        }
    }

    @Test
    void tellsARefusalInQemusWords() throws Exception {
        try (var monitor =
                answering(
                        request ->
                                request.contains("qmp_capabilities")
                                        ? FakeMonitor.empty(request)
                                        : List.of(
                                                "{\"error\": {\"class\": \"GenericError\","
                                                        + " \"desc\": \"SEV is not enabled\"},"
                                                        + " \"id\": "
                                                        + FakeMonitor.id(request)
                                                        + "}"))) {
            Qmp qmp = open(monitor);
            assertThatThrownBy(() -> qmp.execute("query-sev", LIMIT))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("QEMU refused the command query-sev: SEV is not enabled");
        }
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        try (var monitor =
                answering(
                        request ->
                                request.contains("qmp_capabilities")
                                        ? FakeMonitor.empty(request)
                                        : List.of(""))) {
            Qmp qmp = open(monitor);
            assertThatThrownBy(() -> qmp.execute("stop", SHORT))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("did not answer to stop within");
        }
    }

    @Test
    void failsWhoWaitsWhenQemuEnds() throws Exception {
        try (var monitor =
                answering(
                        request ->
                                request.contains("qmp_capabilities")
                                        ? FakeMonitor.empty(request)
                                        : List.of())) {
            Qmp qmp = open(monitor);
            assertThatThrownBy(() -> qmp.execute("stop", LIMIT))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("was closed before it answered to stop");
            assertThatThrownBy(() -> qmp.execute("cont", LIMIT))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void refusesWhatIsNoMonitor() throws Exception {
        try (var monitor =
                new FakeMonitor(folder, List.of("220 mail.example ESMTP"), FakeMonitor::empty)) {
            assertThatThrownBy(() -> open(monitor))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("not a QMP message: 220 mail.example ESMTP");
        }
    }

    @Test
    void anInterruptCancelsWaiting() throws Exception {
        try (var monitor =
                answering(
                        request ->
                                request.contains("qmp_capabilities")
                                        ? FakeMonitor.empty(request)
                                        : List.of(""))) {
            Qmp qmp = open(monitor);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> qmp.ask("stop", Qmp.arguments(), LIMIT))
                    .isInstanceOfAny(CancellationException.class, ProblemException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private FakeMonitor answering(Function<String, List<String>> answers) throws IOException {
        return new FakeMonitor(folder, List.of(FakeMonitor.GREETING), answers);
    }

    private Qmp open(FakeMonitor monitor) throws IOException, ProblemException {
        LocalSocket socket = LocalSocket.connect(monitor.socket);
        return Qmp.open(socket.input(), socket.output(), events::add, LIMIT);
    }
}
