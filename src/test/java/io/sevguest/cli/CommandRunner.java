package io.sevguest.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the command line in this process and captures its output. */
public final class CommandRunner {
    /** The result of a run. */
    public record Result(int status, String out, String err) {}

    /** The files with which the window was opened. */
    final List<Optional<Path>> windows = new ArrayList<>();

    public Result run(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        var out = new StringWriter();
        var err = new StringWriter();
        var line =
                SevguestCommand.commandLine(
                                (file, exitAfterFirstPaint) -> {
                                    windows.add(file);
                                    return 0;
                                },
                                words)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        int status = line.execute(words);
        return new Result(status, out.toString(), err.toString());
    }
}
