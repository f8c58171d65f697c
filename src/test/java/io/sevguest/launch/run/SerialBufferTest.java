package io.sevguest.launch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SerialBufferTest {
    private final SerialBuffer backlog = new SerialBuffer();

    @Test
    void givesAllThatWaitsAtOnceAndInOrder() {
        backlog.add(new byte[] {1, 2, 9}, 2);
        backlog.add(new byte[] {3}, 1);
        assertThat(backlog.take().toHex()).isEqualTo("010203");
        backlog.add(new byte[] {4}, 1);
        backlog.close();
        backlog.add(new byte[] {5}, 1);
        assertThat(backlog.take().toHex()).isEqualTo("04");
        assertThat(backlog.take().isEmpty()).isTrue();
    }

    @Test
    void holdsOffWhoBringsMoreThanFits() {
        backlog.add(new byte[SerialBuffer.MOST], SerialBuffer.MOST);
        var bringing = CompletableFuture.runAsync(() -> backlog.add(new byte[] {7}, 1));
        assertThat(backlog.take().size()).isEqualTo(SerialBuffer.MOST);
        bringing.join();
        assertThat(backlog.take().toHex()).isEqualTo("07");
    }

    @Test
    void theEndFreesWhoWaits() {
        var taking = CompletableFuture.supplyAsync(backlog::take);
        backlog.close();
        assertThat(taking.join().isEmpty()).isTrue();
    }
}
