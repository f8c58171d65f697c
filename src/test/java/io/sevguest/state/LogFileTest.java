package io.sevguest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir private Path temporary;

    private static LogRecord line(String message) {
        var line = new LogRecord(Level.INFO, message);
        line.setLoggerName("io.sevguest.launch");
        return line;
    }

    @Test
    void theFirstLineMakesThePrivateFile() throws Exception {
        Path folder = temporary.resolve("sevguest");
        var log = new LogFile(folder);
        assertThat(folder).doesNotExist();
        log.publish(line("first"));
        log.publish(line("second ü"));
        log.close();
        Path file = folder.resolve("sevguest.log");
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allMatch(text -> text.contains(" INFO io.sevguest.launch: "));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLongFileIsMovedAway() throws Exception {
        var first = new LogFile(temporary.resolve("sevguest"));
        first.publish(line("x".repeat(1 << 20)));
        first.close();
        var second = new LogFile(temporary.resolve("sevguest"));
        second.publish(line("new"));
        second.close();
        assertThat(Files.readAllLines(temporary.resolve("sevguest/sevguest.log"))).hasSize(1);
        assertThat(temporary.resolve("sevguest/sevguest.log.1")).exists();
    }

    /** A file channel would be closed by the first log line of an interrupted thread. */
    @Test
    void anInterruptedThreadLeavesTheLogOpen() throws Exception {
        var log = new LogFile(temporary.resolve("sevguest"));
        Thread.currentThread().interrupt();
        log.publish(line("cancelled"));
        assertThat(Thread.interrupted()).isTrue();
        log.publish(line("later"));
        log.close();
        assertThat(Files.readAllLines(temporary.resolve("sevguest/sevguest.log")))
                .hasSize(2)
                .last()
                .asString()
                .contains("later");
    }
}
