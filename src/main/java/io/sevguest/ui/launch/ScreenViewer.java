package io.sevguest.ui.launch;

import io.sevguest.launch.LaunchPlan;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.Command;
import io.sevguest.process.ProgramSearch;
import io.sevguest.process.RunningProcess;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Tasks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the guest's screen in the VNC viewer that is installed. */
final class ScreenViewer {
    private static final String URI_VIEWER = "remote-viewer";
    private static final String PATH_VIEWER = "vncviewer";

    private final Tasks tasks;
    private final Consumer<String> notice;

    /**
     * @param notice is told what goes wrong and what the viewer says, on the event thread or the
     *     viewer's
     */
    ScreenViewer(Tasks tasks, Consumer<String> notice) {
        this.tasks = tasks;
        this.notice = notice;
    }

    void open(LaunchPlan plan) {
        Path socket = plan.files().vncSocket();
        tasks.start(
                progress -> RunningProcess.start(command(socket), line -> {}),
                new Outcome<RunningProcess>() {
                    @Override
                    public void done(RunningProcess viewer) {
                        // It lives on until it is closed.
                    }

                    @Override
                    public void failed(Problem problem) {
                        notice.accept(problem.toText());
                    }
                });
    }

    private static Command command(Path socket) throws ProblemException {
        ProgramSearch search = ProgramSearch.ofThisProcess();
        Optional<Path> uriViewer = search.find(URI_VIEWER);
        if (uriViewer.isPresent()) {
            return Command.of(uriViewer.get().toString(), "vnc+unix://" + socket);
        }
        Optional<Path> pathViewer = search.find(PATH_VIEWER);
        if (pathViewer.isPresent()) {
            return Command.of(pathViewer.get().toString(), socket.toString());
        }
        throw new ProblemException(
                new Problem(
                        "No program that shows a VNC screen is installed.",
                        "",
                        "Install virt-viewer (remote-viewer) or TigerVNC (vncviewer), or choose"
                                + " QEMU's own window."));
    }
}
