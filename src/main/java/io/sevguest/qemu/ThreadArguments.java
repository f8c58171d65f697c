package io.sevguest.qemu;

import io.sevguest.domain.DecimalNumber;
import io.sevguest.domain.Element;
import java.util.Optional;

/** Threads of QEMU's own that serve disks. */
final class ThreadArguments {
    private static final int MOST = 1024;

    private final CommandDraft draft;

    ThreadArguments(CommandDraft draft) {
        this.draft = draft;
    }

    void write() {
        Optional<Element> threads = draft.domain().at("iothreads");
        if (threads.isEmpty()) {
            return;
        }
        int count = Math.min(MOST, DecimalNumber.of(threads.get().text()).orElse(0));
        for (int i = 1; i <= count; i++) {
            draft.argument(
                    "-object",
                    OptionText.of("iothread", Place.of(threads.get())).add("id", "iothread" + i));
        }
    }
}
