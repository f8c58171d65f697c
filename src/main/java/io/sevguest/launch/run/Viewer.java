package io.sevguest.launch.run;

import io.sevguest.problem.ProblemException;
import io.sevguest.process.Command;
import io.sevguest.process.ProgramSearch;
import io.sevguest.process.RunningProcess;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** A program that shows a guest's screen from its VNC socket. */
public enum Viewer {
    REMOTE_VIEWER("remote-viewer", "vnc+unix://"),
    VNCVIEWER("vncviewer", "");

    private final String program;
    private final String prefix;

    Viewer(String program, String prefix) {
        this.program = program;
        this.prefix = prefix;
    }

    public String program() {
        return program;
    }

    /** The first one that is installed. */
    public static Optional<Viewer> installed(ProgramSearch search) {
        return Arrays.stream(values())
                .filter(viewer -> search.find(viewer.program).isPresent())
                .findFirst();
    }

    Command command(Path socket) {
        return Command.of(program, prefix + socket);
    }

    /**
     * Opens the viewer beside the guest.
     *
     * @param messages receives each line that the viewer writes
     */
    public void open(Path socket, Consumer<String> messages) throws ProblemException {
        RunningProcess.startDetached(command(socket), messages);
    }
}
