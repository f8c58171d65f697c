package io.sevguest.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.command.GuestUuid;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the command of every x86_64 domain of the corpus with a real QEMU, paused. */
@Tag("it")
class CorpusStartIT {
    private static final int WANTED = 250;
    private static final int AT_ONCE = 2;

    @TempDir Path directory;

    private record Outcome(String name, boolean answered, List<String> changes, String said) {}

    @Test
    void mostAnswerAndEachOtherHasItsReason()
            throws IOException, ProblemException, InterruptedException, ExecutionException {
        Path qemu = Requirements.program("qemu-system-x86_64");
        QemuTarget target = InstalledQemu.target(qemu);
        List<Callable<Outcome>> tries = new ArrayList<>();
        for (Domains.Sample sample : Domains.corpus()) {
            tries.add(() -> attempt(sample, target));
        }
        List<Outcome> outcomes = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Outcome> outcome : pool.invokeAll(tries)) {
                outcomes.add(outcome.get());
            }
        } finally {
            pool.shutdownNow();
        }
        long answered = outcomes.stream().filter(Outcome::answered).count();
        report(outcomes, answered);
        assertThat(answered).isGreaterThanOrEqualTo(WANTED);
        assertThat(outcomes).allMatch(it -> it.answered() || !it.said().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sev", "stateless-direct", "bios-pc", "devices-q35"})
    void theGoldenDomainsAnswer(String name)
            throws IOException, ProblemException, InterruptedException {
        Path file = Path.of("src/test/resources/golden/qemu", name + ".xml");
        DomainXml domain = DomainXml.parse(name, Bytes.of(Files.readAllBytes(file)));
        QemuTarget target = InstalledQemu.target(Requirements.program("qemu-system-x86_64"));
        Outcome outcome = attempt(new Domains.Sample(name, domain), target);
        assertThat(outcome.answered()).as(outcome.said()).isTrue();
    }

    private Outcome attempt(Domains.Sample sample, QemuTarget target)
            throws IOException, InterruptedException {
        Path own = Files.createDirectory(directory.resolve(sample.name()));
        Path data = Files.createDirectory(own.resolve("data"));
        var safe = new SafeDomain(data);
        DomainXml domain = safe.of(sample.domain());
        if (!InstalledQemu.hasDevice(target.program(), "qxl-vga")) {
            domain = safe.withoutQxl(domain);
        }
        var files = new LaunchFiles(GuestUuid.ofUnsaved(domain), own, false);
        SafeDomain.makeFiles(domain, target, files);
        QemuCommand command = CommandWriter.of(domain, target, files);
        try (PausedQemu running = PausedQemu.start(command.toArgs(), own, files.qmpSocket())) {
            String answer = running.ask("{\"execute\":\"query-status\"}");
            boolean answered = answer.contains("\"return\"") && answer.contains("\"status\"");
            return new Outcome(sample.name(), answered, safe.changes(), answer);
        }
    }

    private static void report(List<Outcome> outcomes, long answered) throws IOException {
        var text = new StringBuilder();
        text.append(answered + " of " + outcomes.size() + " answered on QMP.\n\nNot answered:\n");
        for (Outcome outcome : outcomes) {
            if (!outcome.answered()) {
                text.append(outcome.name() + ": " + outcome.said().replace('\n', ' ') + "\n");
            }
        }
        text.append("\nChanged before the start, beside disks:\n");
        for (Outcome outcome : outcomes) {
            if (!outcome.changes().isEmpty()) {
                text.append(outcome.name() + ": " + String.join("; ", outcome.changes()) + "\n");
            }
        }
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("corpus-report.txt"), text);
    }
}
