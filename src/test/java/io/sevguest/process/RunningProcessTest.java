package io.sevguest.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunningProcessTest {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void tellsAllLinesBeforeTheEnd() throws Exception {
        RunningProcess process =
                RunningProcess.startDetached(
                        Command.of("sh", "-c", "echo one; echo two >&2; exit 4"), lines::add);
        assertThat(process.ended().get(20, TimeUnit.SECONDS)).isEqualTo(new ProcessExit(4));
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void runsInASessionOfItsOwn() throws Exception {
        RunningProcess process =
                RunningProcess.startDetached(
                        Command.of("sh", "-c", "cut -d' ' -f6 /proc/$$/stat; echo $$"), lines::add);
        process.ended().get(20, TimeUnit.SECONDS);
        String session = lines.take().strip();
        assertThat(session).isEqualTo(lines.take()).isEqualTo(Long.toString(process.pid()));
    }

    @Test
    void endsAtOnceWhenKilled() throws Exception {
        RunningProcess process =
                RunningProcess.startDetached(Command.of("sleep", "1000"), lines::add);
        assertThat(process.isAlive()).isTrue();
        process.kill();
        assertThat(process.ended().get(20, TimeUnit.SECONDS)).isEqualTo(new ProcessExit(137));
    }
}
