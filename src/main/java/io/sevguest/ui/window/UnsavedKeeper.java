package io.sevguest.ui.window;

import io.sevguest.domain.DomainText;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.Recovery;
import io.sevguest.state.RecoverySlot;
import io.sevguest.state.UnsavedDocument;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestFile;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.Timer;

/**
 * Keeps the edits that are in no file over a crash: writes them a moment after each edit, forgets
 * them when they are saved, and offers what earlier programs left behind.
 */
final class UnsavedKeeper {
    private static final int DELAY_MS = 1000;

    private final Recovery recovery;
    private final GuestModel guest;
    private final Tasks tasks;
    private final Texts texts;
    private final Messages messages;
    private final Timer timer = new Timer(DELAY_MS, event -> keep());
    private Optional<RecoverySlot> slot = Optional.empty();

    UnsavedKeeper(Recovery recovery, WindowParts parts, Messages messages) {
        this.recovery = recovery;
        this.guest = parts.guest();
        this.tasks = parts.tasks();
        this.texts = parts.texts();
        this.messages = messages;
        timer.setRepeats(false);
        guest.addListener(timer::restart);
    }

    /** Offers what is left of programs that did not end in good order. */
    void offerLost() {
        tasks.start(progress -> recovery.orphans(), new Then<>(messages, this::offer));
    }

    private void offer(List<RecoverySlot> lost) {
        lost.forEach(
                found ->
                        tasks.start(
                                progress -> found.document(),
                                new Then<>(messages, document -> offer(found, document))));
    }

    private void offer(RecoverySlot found, Optional<UnsavedDocument> document) {
        if (document.isEmpty()) {
            return;
        }
        UnsavedDocument kept = document.get();
        String name =
                kept.file()
                        .map(UnsavedDocument.ReadFile::path)
                        .orElse(texts.get("window.untitled"));
        OptionalInt answer =
                messages.ask(
                        texts.get("recovery.title"),
                        texts.get("recovery.found", name),
                        "",
                        List.of(
                                texts.get("recovery.restore"),
                                texts.get("recovery.discard"),
                                texts.get("recovery.later")));
        switch (answer.orElse(2)) {
            case 0 -> {
                restore(kept);
                doing(found::remove);
            }
            case 1 -> doing(found::remove);
            default -> doing(found::close);
        }
    }

    private void restore(UnsavedDocument kept) {
        DomainText text = DomainText.ofText(kept.text(), kept.encoding());
        Optional<GuestFile> file =
                kept.file().map(read -> new GuestFile(Path.of(read.path()), read.sha256()));
        guest.openUnsaved(text, file);
    }

    /** Forgets all and gives the place up, then goes on; the program ends in good order. */
    void end(Runnable then) {
        timer.stop();
        Optional<RecoverySlot> held = slot;
        slot = Optional.empty();
        tasks.start(
                progress -> {
                    if (held.isPresent()) {
                        held.get().remove();
                    }
                    return held.isPresent();
                },
                new Ending<>(messages, then));
    }

    private void keep() {
        if (!guest.isDirty()) {
            slot.ifPresent(held -> doing(held::forget));
            return;
        }
        UnsavedDocument unsaved =
                new UnsavedDocument(
                        guest.file()
                                .map(
                                        file ->
                                                new UnsavedDocument.ReadFile(
                                                        file.path().toString(), file.sha256())),
                        guest.text().text(),
                        guest.text().encoding(),
                        Instant.now());
        Optional<RecoverySlot> held = slot;
        tasks.start(
                progress -> {
                    RecoverySlot place = held.isPresent() ? held.get() : recovery.open();
                    place.keep(unsaved);
                    return place;
                },
                new Then<>(messages, place -> slot = Optional.of(place)));
    }

    private interface Step {
        void run() throws ProblemException;
    }

    private void doing(Step step) {
        tasks.start(
                progress -> {
                    step.run();
                    return true;
                },
                new Then<>(messages, done -> {}));
    }
}
