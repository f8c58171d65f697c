package io.sevguest.ui.window;

import io.sevguest.domain.DomainText;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.Recovery;
import io.sevguest.state.RecoverySlot;
import io.sevguest.state.UnsavedDocument;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestFile;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.swing.Timer;

/**
 * Keeps the edits that are in no file over a crash: writes them a moment after each edit, forgets
 * them when they are saved, and offers what earlier programs left behind.
 */
final class UnsavedKeeper {
    private static final int DELAY_MS = 1000;
    private static final System.Logger LOG = System.getLogger(UnsavedKeeper.class.getName());

    private final Recovery recovery;
    private final GuestModel guest;
    private final Tasks tasks;
    private final Texts texts;
    private final Messages messages;
    private final Consumer<Runnable> whenSafe;
    private final Timer timer = new Timer(DELAY_MS, event -> keep());
    private Optional<RecoverySlot> slot = Optional.empty();
    private boolean keeping;
    private boolean ended;

    /**
     * A keeper for the guest of a window.
     *
     * @param whenSafe runs something once the edits of the guest that is open may go
     */
    UnsavedKeeper(
            Recovery recovery, WindowParts parts, Messages messages, Consumer<Runnable> whenSafe) {
        this.whenSafe = whenSafe;
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
            case 0 -> whenSafe.accept(() -> restore(found, kept));
            case 1 -> doing(found::remove);
            default -> doing(found::close);
        }
    }

    private void restore(RecoverySlot found, UnsavedDocument kept) {
        tasks.start(progress -> base(kept), new Then<>(messages, base -> restore(base, kept)));
        doing(found::remove);
    }

    private void restore(Optional<DomainText> base, UnsavedDocument kept) {
        DomainText text = DomainText.ofText(kept.text(), kept.encoding());
        Optional<GuestFile> file =
                kept.file().map(read -> new GuestFile(Path.of(read.path()), read.sha256()));
        base.ifPresentOrElse(
                before -> guest.openUnsaved(before, text, file),
                () -> guest.openUnsaved(text, file));
    }

    /** What the edits were made to: the file as it is; nothing is known where there is none. */
    private static Optional<DomainText> base(UnsavedDocument kept) {
        if (kept.file().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(GuestStore.open(Path.of(kept.file().get().path())).text());
        } catch (ProblemException gone) {
            LOG.log(System.Logger.Level.INFO, gone.problem().toText());
            return Optional.empty();
        }
    }

    /** Forgets all and gives the place up, then goes on; the program ends in good order. */
    void end(Runnable then) {
        ended = true;
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
        if (keeping) {
            timer.restart();
            return;
        }
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
        keeping = true;
        tasks.start(
                progress -> {
                    RecoverySlot place = held.isPresent() ? held.get() : recovery.open();
                    place.keep(unsaved);
                    return place;
                },
                new Kept());
    }

    private final class Kept implements Outcome<RecoverySlot> {
        @Override
        public void done(RecoverySlot place) {
            if (ended) {
                doing(place::remove);
            } else {
                slot = Optional.of(place);
            }
        }

        @Override
        public void failed(Problem problem) {
            messages.show(problem);
        }

        @Override
        public void ended() {
            keeping = false;
        }
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
