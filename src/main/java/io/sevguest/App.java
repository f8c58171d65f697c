package io.sevguest;

import io.sevguest.cli.SevguestCommand;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.problem.Problem;
import io.sevguest.process.SystemEncoding;
import io.sevguest.state.LogFile;
import io.sevguest.ui.window.WindowLauncher;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Starts the program: opens the window or runs a command. */
public final class App {
    private static final String EXIT_AFTER_FIRST_PAINT = "--exit-after-first-paint";

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** The bits of a file mode that hold the file type, and two of its values; see inode(7). */
    private static final int FILE_TYPE = 0xF000;

    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xC000;

    private static final System.Logger LOG = System.getLogger(App.class.getName());

    private final Thread main = Thread.currentThread();
    private final PrintWriter out = writer(FileDescriptor.out);
    private final PrintWriter err = writer(FileDescriptor.err);
    private boolean windowOpen;

    private App() {}

    /** Runs the program. The process ends with its window, or with its command if none is open. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH); // of all words here; and numbers are read by programs
        LogFile.install();
        var app = new App();
        Thread.setDefaultUncaughtExceptionHandler(app::fault);
        int status = app.run(arguments);
        if (!app.windowOpen) {
            System.exit(app.flushed(status));
        }
    }

    /** Runs one command line as a separate process would, and returns its exit status. */
    static int answer(List<String> words) {
        var app = new App();
        return app.flushed(app.run(words.toArray(String[]::new)));
    }

    /** Reports an uncaught exception of a command, or of the start of the window. */
    private void fault(Thread thread, Throwable fault) {
        LOG.log(System.Logger.Level.ERROR, "internal error in thread " + thread.getName(), fault);
        err.println("error: Internal error in thread " + thread.getName());
        fault.printStackTrace(err);
        if (thread == main) {
            System.exit(ExitStatus.FAULT);
        }
    }

    private int run(String[] arguments) {
        Optional<Problem> garbled =
                SystemEncoding.ofProcess().garbled(List.of(arguments), SystemEncoding.places());
        if (garbled.isPresent()) {
            return lacking(garbled.get());
        }
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean exit = words.remove(EXIT_AFTER_FIRST_PAINT);
        if (words.isEmpty()) {
            return openWindow(Optional.empty(), exit);
        }
        if (words.size() == 1 && isFile(words.get(0))) {
            return openWindow(Optional.of(Path.of(words.get(0))), exit);
        }
        return SevguestCommand.commandLine(this::openWindow, arguments)
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    /**
     * Returns whether a word is the path of a file and cannot be a command. The window then opens
     * without picocli.
     */
    private static boolean isFile(String word) {
        boolean path = word.indexOf('/') >= 0 || word.indexOf('.') >= 0;
        return path && !word.startsWith("-") && Files.exists(Path.of(word));
    }

    private int openWindow(Optional<Path> file, boolean exitAfterFirstPaint) {
        Optional<Problem> noDisplay =
                WindowLauncher.open(
                        file, exitAfterFirstPaint ? () -> System.exit(ExitStatus.FINE) : () -> {});
        windowOpen = noDisplay.isEmpty();
        return noDisplay.map(this::lacking).orElse(ExitStatus.FINE);
    }

    private int lacking(Problem problem) {
        err.println("error: " + problem.toText());
        return ExitStatus.MACHINE;
    }

    /**
     * Returns the exit status, or that of a failure if the output could not be written. A closed
     * pipe is not a failure: a reader such as head may stop early.
     */
    private int flushed(int status) {
        if (out.checkError() && status == ExitStatus.FINE && !isPipe(STANDARD_OUTPUT)) {
            return lacking(
                    Problem.of("Part of the output could not be written.")
                            .withFix(
                                    "Check that the device that receives the output is not full."));
        }
        return status;
    }

    /**
     * Returns whether a stream is a pipe or a socket. Writing to one fails only after its reader
     * closed it.
     */
    private static boolean isPipe(Path stream) {
        try {
            int type = (Integer) Files.getAttribute(stream, "unix:mode") & FILE_TYPE;
            return type == PIPE || type == SOCKET;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
                true);
    }
}
