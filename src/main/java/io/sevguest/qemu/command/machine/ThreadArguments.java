package io.sevguest.qemu.command.machine;

import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Optional;

/** Threads of QEMU's own that serve disks. */
public final class ThreadArguments {
    private static final int MOST = 1024;

    private final CommandDraft draft;

    public ThreadArguments(CommandDraft draft) {
        this.draft = draft;
    }

    public void write() {
        Optional<Element> threads = draft.domain().at("iothreads");
        if (threads.isEmpty()) {
            return;
        }
        int count = Math.min(MOST, DecimalNumber.of(threads.get().text()).orElse(0));
        for (int i = 1; i <= count; i++) {
            draft.argument(
                    "-object",
                    OptionText.of("iothread", XmlPlace.of(threads.get()))
                            .add("id", "iothread" + i));
        }
    }
}
