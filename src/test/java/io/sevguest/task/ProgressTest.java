package io.sevguest.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void workThatNobodyWatchesGoesOn() {
        Progress.NONE.at("reading", 0);
        Progress.NONE.at("reading", -1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** The interrupt flag remains set for code that catches the cancellation. */
    @Test
    void anInterruptCancelsAlsoWhatNobodyWatches() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Progress.NONE.at("reading", 50))
                .isInstanceOf(CancellationException.class)
                .hasMessage("reading");
        assertThat(Thread.interrupted()).isTrue();
    }
}
