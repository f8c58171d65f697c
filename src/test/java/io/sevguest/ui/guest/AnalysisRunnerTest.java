package io.sevguest.ui.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.Finding;
import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.ui.task.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnalysisRunnerTest {
    private final DomainText guest = GuestTemplate.DEMO.create(new UUID(1, 2));
    private final BlockingQueue<GuestAnalysis> delivered = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    private final AtomicReference<AnalysisInputs> inputs =
            new AtomicReference<>(inputs(Machine.notAsked()));
    private Thread.UncaughtExceptionHandler before;
    private AnalysisRunner runner;

    private AnalysisInputs inputs(Machine machine) {
        return new AnalysisInputs(guest, guest, Optional.empty(), machine, SessionKnowledge.NONE);
    }

    @BeforeEach
    void begin() throws Exception {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
        SwingUtilities.invokeAndWait(
                () -> {
                    runner = new AnalysisRunner(inputs::get);
                    runner.addListener(delivered::add);
                    runner.begin();
                });
        next();
    }

    @AfterEach
    void giveTheHandlerBack() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private GuestAnalysis next() throws InterruptedException {
        GuestAnalysis next = delivered.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private void update(Machine machine) throws Exception {
        SwingUtilities.invokeAndWait(
                () -> {
                    inputs.set(inputs(machine));
                    runner.update();
                });
    }

    @Test
    void waitsForWhatFollowsFromTheLastChange() throws Exception {
        List<Boolean> settled = new ArrayList<>();
        SwingUtilities.invokeAndWait(
                () -> {
                    inputs.set(inputs(Machine.notAsked()));
                    runner.update();
                    runner.whenSettled(() -> false, () -> settled.add(runner.isSettled()));
                    runner.whenSettled(() -> true, () -> settled.add(false));
                    assertThat(settled).isEmpty();
                });
        next();
        SwingUtilities.invokeAndWait(() -> assertThat(settled).containsExactly(true));
    }

    @Test
    void aFaultLeavesNoGuestCheckedAndNothingWaiting() throws Exception {
        List<String> launched = new ArrayList<>();
        SwingUtilities.invokeAndWait(
                () -> {
                    inputs.set(inputs(null)); // any bug in the program
                    runner.update();
                    runner.whenSettled(Scope.PROGRAM, () -> launched.add("launched"));
                });
        GuestAnalysis answer = next();
        assertThat(faults.poll(20, TimeUnit.SECONDS)).isInstanceOf(NullPointerException.class);
        assertThat(answer.findings()).extracting(Finding::id).containsExactly("not-checked");
        assertThat(answer.plan()).isEmpty();
        assertThat(launched).isEmpty();

        update(Machine.notAsked());
        assertThat(next().plan()).isPresent();
    }
}
