package io.sevguest.state;

import io.sevguest.file.FileProblems;
import io.sevguest.file.PrivateFiles;
import io.sevguest.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * The log file {@code sevguest.log}, created with mode 0600. The first line opens it; if it is then
 * larger than 1 MiB, it is moved to {@code sevguest.log.1}. All processes append to the same file.
 */
public final class LogFile extends Handler {
    private static final String NAME = "sevguest.log";
    private static final long LIMIT = 1 << 20;

    private final Path folder;
    private OutputStream out = OutputStream.nullOutputStream();
    private boolean opened;

    /** Creates the log of this user, for {@code java.util.logging}. */
    public LogFile() {
        this(Xdg.ofEnvironment().state());
    }

    /**
     * Creates a log, which is not opened yet.
     *
     * @param folder this program's state folder
     */
    LogFile(Path folder) {
        this.folder = folder;
        setFormatter(new LogLine());
    }

    /**
     * Redirects the log of this process from stderr to the file. Must be called before anything is
     * logged. It does not load {@code java.util.logging}, which would take longer than many
     * commands run.
     */
    public static void install() {
        System.setProperty("java.util.logging.config.class", Configuration.class.getName());
    }

    /** Configures {@code java.util.logging}, instead of a properties file. */
    public static final class Configuration {
        public Configuration() throws IOException {
            String properties = "handlers=" + LogFile.class.getName() + "\n.level=INFO\n";
            LogManager.getLogManager()
                    .readConfiguration(
                            new ByteArrayInputStream(
                                    properties.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Override
    public synchronized void publish(LogRecord line) {
        if (!isLoggable(line)) {
            return;
        }
        try {
            if (!opened) {
                opened = true;
                out = open();
            }
            out.write(getFormatter().format(line).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            tell(FileProblems.writing(folder.resolve(NAME), failed), ErrorManager.WRITE_FAILURE);
        } catch (ProblemException failed) {
            tell(failed, ErrorManager.OPEN_FAILURE);
        }
    }

    private OutputStream open() throws IOException, ProblemException {
        Path file = PrivateFiles.directory(folder).resolve(NAME);
        if (Files.exists(file) && Files.size(file) > LIMIT) {
            Files.move(
                    file,
                    file.resolveSibling(NAME + ".1"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
        return PrivateFiles.append(file);
    }

    /**
     * Reports on stderr, once and without a stack trace, that no log is written. The program
     * continues.
     */
    private void tell(ProblemException failed, int code) {
        reportError("No log is written. " + failed.problem().toText(), null, code);
    }

    @Override
    public synchronized void flush() {
        // Every line is written at once.
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException failed) {
            tell(FileProblems.writing(folder.resolve(NAME), failed), ErrorManager.CLOSE_FAILURE);
        }
    }

    /**
     * Formats a line with time, level, logger and message, followed by a stack trace if there is
     * one.
     */
    private static final class LogLine extends Formatter {
        @Override
        public String format(LogRecord line) {
            var text = new StringBuilder();
            text.append(line.getInstant()).append(' ').append(line.getLevel()).append(' ');
            text.append(line.getLoggerName()).append(": ").append(formatMessage(line));
            text.append(System.lineSeparator());
            if (line.getThrown() != null) {
                var trace = new StringWriter();
                line.getThrown().printStackTrace(new PrintWriter(trace));
                text.append(trace);
            }
            return text.toString();
        }
    }
}
