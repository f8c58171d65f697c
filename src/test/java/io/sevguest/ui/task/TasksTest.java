package io.sevguest.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TasksTest {
    private final Tasks tasks = new Tasks();
    private final OutcomeLog told = new OutcomeLog();
    private final AtomicReference<Throwable> uncaught = new AtomicReference<>();
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void catchFaults() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> uncaught.set(fault));
    }

    @AfterEach
    void giveTheHandlerBack() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void deliversAResult() throws Exception {
        tasks.start(Scope.PROGRAM, progress -> "made", told);

        assertThat(told.all()).containsExactly("done made", "ended");
    }

    @Test
    void dropsTheResultOfAScopeThatEndedMeanwhile() throws Exception {
        var over = new AtomicBoolean();
        var go = new CountDownLatch(1);
        tasks.start(over::get, progress -> awaited(go), told);

        over.set(true);
        go.countDown();

        assertThat(told.all()).containsExactly("ended");
    }

    @Test
    void tellsAFailureOfAScopeThatEndedAsALateOne() throws Exception {
        tasks.start(() -> true, progress -> refuse(), told);

        assertThat(told.all()).containsExactly("failed late no room", "ended");
    }

    @Test
    void tellsAFailure() throws Exception {
        tasks.start(() -> false, progress -> refuse(), told);

        assertThat(told.all()).containsExactly("failed no room", "ended");
    }

    @Test
    void leavesTheBusyStateOnAFaultAndHandsItToTheHandler() throws Exception {
        var fault = new IllegalStateException("a fault");
        tasks.start(
                Scope.PROGRAM,
                progress -> {
                    throw fault;
                },
                told);

        assertThat(told.all()).containsExactly("cancelled", "ended");
        SwingUtilities.invokeAndWait(() -> {});
        assertThat(uncaught.get()).isSameAs(fault);
    }

    @Test
    void aCancelOfAScopeThatEndedIsDroppedToo() throws Exception {
        RunningTask running =
                tasks.start(() -> true, progress -> awaited(new CountDownLatch(1)), told);

        running.cancel();

        assertThat(told.all()).containsExactly("ended");
    }

    @Test
    void twoScopesAreOverWithTheFirstOfThem() {
        assertThat(Scope.PROGRAM.and(() -> false).isOver()).isFalse();
        assertThat(Scope.PROGRAM.and(() -> true).isOver()).isTrue();
        Scope over = () -> true;
        assertThat(over.and(Scope.PROGRAM).isOver()).isTrue();
    }

    private static String refuse() throws ProblemException {
        throw new ProblemException(Problem.of("no room"));
    }

    private static String awaited(CountDownLatch go) throws ProblemException {
        try {
            go.await();
        } catch (InterruptedException stop) {
            throw new ProblemException(Problem.of("interrupted"), stop);
        }
        return "made";
    }

    /** An outcome that records its calls. */
    private static final class OutcomeLog implements Outcome<String> {
        private final List<String> lines = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        List<String> all() throws InterruptedException {
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            return lines;
        }

        @Override
        public void done(String result) {
            lines.add("done " + result);
        }

        @Override
        public void failed(Problem problem) {
            lines.add("failed " + problem.what());
        }

        @Override
        public void failedLate(Problem problem) {
            lines.add("failed late " + problem.what());
        }

        @Override
        public void cancelled() {
            lines.add("cancelled");
        }

        @Override
        public void ended() {
            lines.add("ended");
            ended.countDown();
        }
    }
}
