package io.sevguest.ui.launch;

import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.run.Viewer;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.ProgramSearch;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.Tasks;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the guest's screen in an installed VNC viewer. */
final class ScreenViewer {
    private static final System.Logger LOG = System.getLogger(ScreenViewer.class.getName());

    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<String> notice;

    /**
     * Creates a viewer.
     *
     * @param notice receives a message about the opened viewer or a problem
     */
    ScreenViewer(Tasks tasks, Texts texts, Consumer<String> notice) {
        this.tasks = tasks;
        this.texts = texts;
        this.notice = notice;
    }

    void open(LaunchPlan plan) {
        Path socket = plan.files().vncSocket();
        tasks.start(
                Scope.PROGRAM,
                progress -> open(socket),
                new Outcome<String>() {
                    @Override
                    public void done(String program) {
                        notice.accept(texts.get("launch.viewer.opened", program));
                    }

                    @Override
                    public void failed(Problem problem) {
                        notice.accept(problem.toText());
                    }
                });
    }

    /** Opens the installed viewer, and returns its name. */
    private static String open(Path socket) throws ProblemException {
        Optional<Viewer> installed = Viewer.installed(ProgramSearch.ofThisProcess());
        if (installed.isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            "No program that shows a VNC screen is installed.",
                            "",
                            "Install virt-viewer (remote-viewer) or TigerVNC (vncviewer), or"
                                    + " choose QEMU's own window."));
        }
        installed.get().open(socket, line -> LOG.log(Level.INFO, "{0}", line));
        return installed.get().program();
    }
}
