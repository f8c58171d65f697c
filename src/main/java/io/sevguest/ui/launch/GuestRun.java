package io.sevguest.ui.launch;

import io.sevguest.bytes.Bytes;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.run.GuestListener;
import io.sevguest.launch.run.LocalLaunch;
import io.sevguest.launch.run.RunningGuest;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.qmp.QmpEvent;
import io.sevguest.task.Continuation;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.RunningTask;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.Tasks;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.SwingUtilities;

/** The guest that this window launched, one at a time. Used on the event thread. */
public final class GuestRun {
    /** A request to a running guest. */
    public interface Request {
        /**
         * Sends the request, off the event thread.
         *
         * @throws ProblemException if QEMU refuses or does not answer
         */
        void to(RunningGuest guest) throws ProblemException;
    }

    private static final System.Logger LOG = System.getLogger(GuestRun.class.getName());

    /**
     * The events after which the guest may be in another state.
     *
     * <p>Source: QEMU qapi/run-state.json and qapi/block-core.json.
     */
    private static final Set<String> CHANGES =
            Set.of(
                    "STOP",
                    "RESUME",
                    "RESET",
                    "SUSPEND",
                    "WAKEUP",
                    "WATCHDOG",
                    "GUEST_PANICKED",
                    "BLOCK_IO_ERROR");

    private final Tasks tasks;
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final ExecutorService input =
            Executors.newSingleThreadExecutor(
                    work -> {
                        var thread = new Thread(work, "serial-input");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final List<Runnable> afterEnd = new CopyOnWriteArrayList<>();
    private RunState state = RunState.IDLE;
    private boolean killed;
    private String endReason = "";
    private String word = "";
    private int starts;
    private Optional<RunningTask> starting = Optional.empty();
    private Optional<LaunchPlan> plan = Optional.empty();
    private volatile Optional<RunningGuest> guest = Optional.empty();

    public GuestRun(Tasks tasks) {
        this.tasks = tasks;
    }

    public void addListener(RunListener listener) {
        listeners.add(listener);
    }

    public RunState state() {
        return state;
    }

    /** Returns the plan of the running or the last guest. */
    public Optional<LaunchPlan> plan() {
        return plan;
    }

    /**
     * Returns the guest's name and how it runs, such as "demo – not encrypted, TCG"; empty while no
     * guest is running.
     */
    public String title() {
        return state.isAlive() ? plan.map(LaunchPlan::title).orElse("") : "";
    }

    /**
     * Returns the reason why the last guest ended or did not start, in full sentences; empty before
     * the first launch.
     */
    public String endReason() {
        return endReason;
    }

    /** Returns the scope of work for the running guest: it is over once that has ended. */
    public Scope scope() {
        Optional<RunningGuest> asked = guest;
        return () -> !guest.equals(asked);
    }

    /** Returns the last guest status that QEMU reported. */
    public String word() {
        return word;
    }

    /** Launches a guest; nothing happens while one is alive. */
    public void start(LaunchPlan wanted) {
        if (state.isAlive()) {
            return;
        }
        plan = Optional.of(wanted);
        LOG.log(Level.INFO, "launch: {0}", wanted.title());
        killed = false;
        become(RunState.STARTING);
        starting =
                Optional.of(
                        tasks.start(
                                Scope.PROGRAM,
                                progress -> LocalLaunch.start(wanted, new Follower(), progress),
                                new StartOutcome()));
    }

    /** Sends a request to the guest; a problem is shown as a notice. */
    public void ask(Request request) {
        guest.ifPresent(
                running ->
                        tasks.start(
                                scope(),
                                progress -> {
                                    request.to(running);
                                    return running.status();
                                },
                                new Answer()));
    }

    /**
     * Requests the launch measurement in base64; the result is empty if there is no guest or no
     * measurement.
     *
     * @param asker the scope of the answer, in addition to the running guest
     */
    public void launchMeasurement(Scope asker, Outcome<Optional<String>> outcome) {
        Optional<RunningGuest> asked = guest;
        tasks.start(
                asker.and(scope()),
                progress -> asked.isPresent() ? asked.get().launchMeasurement() : Optional.empty(),
                outcome);
    }

    /** Ends the guest without a shutdown; a guest that is still starting is not started. */
    public void kill() {
        guest.ifPresent(RunningGuest::kill);
        if (state == RunState.STARTING) {
            killed = true;
            starting.ifPresent(RunningTask::cancel);
        }
    }

    /** Runs something now if no guest is alive, or else once it has ended. */
    public void afterEnd(Runnable then) {
        if (state.isAlive()) {
            afterEnd.add(then);
        } else {
            then.run();
        }
    }

    /** Sends input to the serial line, in the order of the calls. May be called on any thread. */
    public void send(byte[] bytes) {
        guest.ifPresent(running -> input.execute(() -> send(running, bytes)));
    }

    private void send(RunningGuest running, byte[] bytes) {
        try {
            running.send(Bytes.of(bytes));
        } catch (ProblemException gone) {
            later(() -> notice(gone.problem().toText()));
        }
    }

    /** Adds a listener for changes of the state, the plan or the title. */
    public void onChange(Runnable watcher) {
        watchers.add(watcher);
    }

    private void become(RunState now) {
        state = now;
        watchers.forEach(Runnable::run);
        if (!now.isAlive()) {
            List<Runnable> waiting = List.copyOf(afterEnd);
            afterEnd.clear();
            waiting.forEach(Runnable::run);
        }
    }

    private void report(String status) {
        word = status;
        become(RunState.ofQemu(status));
    }

    /** Queries the guest's status, after an event that may have changed it. */
    private void refresh() {
        int asked = starts;
        Scope sameQemu = scope().and(() -> starts != asked);
        guest.ifPresent(
                running -> tasks.start(sameQemu, progress -> running.status(), new Status()));
    }

    private void notice(String text) {
        listeners.forEach(listener -> listener.notice(text));
    }

    private void end(Problem reason) {
        guest = Optional.empty();
        endReason = reason.toText();
        notice(endReason);
        become(RunState.ENDED);
    }

    private static void later(Runnable work) {
        SwingUtilities.invokeLater(work);
    }

    /** The outcome of the launch. */
    private final class StartOutcome implements Outcome<RunningGuest> {
        @Override
        public void done(RunningGuest running) {
            guest = Optional.of(running);
            plan = Optional.of(running.plan());
            boolean paused = running.plan().target().mode().paused();
            become(paused ? RunState.PAUSED : RunState.RUNNING);
            Continuation.after(running.ended(), ending -> later(() -> end(ending.problem())));
            refresh();
            if (killed) {
                running.kill();
            }
        }

        @Override
        public void failed(Problem problem) {
            end(problem);
        }

        @Override
        public void cancelled() {
            end(Problem.of("The start was cancelled."));
        }

        @Override
        public void faulted() {
            end(Problem.of("The guest did not start because of a fault in this program."));
        }
    }

    /** The outcome of a request, which sets the guest's status. */
    private final class Answer implements Outcome<String> {
        @Override
        public void done(String status) {
            report(status);
        }

        @Override
        public void failed(Problem problem) {
            notice(problem.toText());
        }
    }

    /**
     * The outcome of a status query after an event; a failure is ignored, because the guest is
     * ending and its end is reported.
     */
    private final class Status implements Outcome<String> {
        @Override
        public void done(String status) {
            report(status);
        }

        @Override
        public void failed(Problem problem) {
            LOG.log(Level.DEBUG, "no status: {0}", problem.what());
        }
    }

    /** The listener that passes the guest's output and events to the event thread. */
    private final class Follower implements GuestListener {
        @Override
        public void serial(Bytes output) {
            byte[] bytes = output.toArray();
            listeners.forEach(listener -> listener.serial(bytes));
        }

        @Override
        public void message(String line) {
            later(() -> listeners.forEach(listener -> listener.message(line)));
        }

        @Override
        public void event(QmpEvent event) {
            later(
                    () -> {
                        listeners.forEach(listener -> listener.event(event));
                        if (CHANGES.contains(event.name())) {
                            refresh();
                        }
                    });
        }

        @Override
        public void notice(String text) {
            later(() -> GuestRun.this.notice(text));
        }

        @Override
        public void restarted(LaunchPlan again) {
            later(
                    () -> {
                        plan = Optional.of(again);
                        starts++;
                        LOG.log(Level.INFO, "launch again: {0}", again.title());
                        become(state.isUp() ? RunState.RUNNING : state);
                    });
        }
    }
}
