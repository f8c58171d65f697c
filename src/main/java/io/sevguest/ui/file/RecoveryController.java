package io.sevguest.ui.file;

import io.sevguest.domain.DomainText;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.recovery.Recovery;
import io.sevguest.state.recovery.RecoverySlot;
import io.sevguest.state.recovery.UnsavedDocument;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestFile;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.FollowedOutcome;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.TaskQueue;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.task.Work;
import io.sevguest.ui.workspace.CompletionHandler;
import io.sevguest.ui.workspace.ResultHandler;
import io.sevguest.ui.workspace.WindowParts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.Timer;

/**
 * Preserves unsaved edits in case of a crash: writes them shortly after each edit, deletes them
 * when they are saved, and offers those of earlier crashes.
 */
public final class RecoveryController {
    private static final int DELAY_MS = 1000;
    private static final System.Logger LOG = System.getLogger(RecoveryController.class.getName());

    private final Recovery recovery;
    private final GuestModel guest;
    private final Tasks tasks;
    private final Texts texts;
    private final Messages messages;
    private final Supplier<RecoveryController> another;
    private final Consumer<String> told;
    private final Timer timer = new Timer(DELAY_MS, event -> keep());
    private Optional<RecoverySlot> slot = Optional.empty();
    private final TaskQueue writes;
    private boolean waiting;
    private boolean unusable;
    private boolean ended;

    /**
     * Creates a controller for the guest of a window.
     *
     * @param another opens another window and returns its controller
     * @param told receives a message if edits cannot be preserved
     */
    public RecoveryController(
            Recovery recovery,
            WindowParts parts,
            Messages messages,
            Supplier<RecoveryController> another,
            Consumer<String> told) {
        this.told = told;
        this.another = another;
        this.recovery = recovery;
        this.guest = parts.guest();
        this.tasks = parts.tasks();
        this.writes = tasks.queue();
        this.texts = parts.texts();
        this.messages = messages;
        timer.setRepeats(false);
        guest.addListener(timer::restart);
    }

    /** Offers edits that remain from crashed programs. */
    public void offerLost() {
        tasks.start(
                Scope.PROGRAM,
                progress -> recovery.orphans(),
                new ResultHandler<>(messages, this::offer));
    }

    /** Offers them one after the other, since each is a question. */
    private void offer(List<RecoverySlot> lost) {
        if (lost.isEmpty()) {
            return;
        }
        RecoverySlot found = lost.get(0);
        tasks.start(
                Scope.PROGRAM,
                progress -> found.document(),
                new FollowedOutcome<>(
                        new ResultHandler<>(messages, document -> offer(found, document)),
                        () -> offer(lost.subList(1, lost.size()))));
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
            case 0 -> restore(found, kept);
            case 1 -> doing(found::remove);
            default -> doing(found::close);
        }
    }

    private void restore(RecoverySlot found, UnsavedDocument kept) {
        tasks.start(
                Scope.PROGRAM,
                progress -> base(kept),
                new ResultHandler<>(messages, base -> restoreWhereFree(found, kept, base)));
    }

    /** Restores edits here, or in another window if this one has unsaved edits already. */
    private void restoreWhereFree(
            RecoverySlot found, UnsavedDocument kept, Optional<DomainText> base) {
        RecoveryController place = guest.isDirty() ? another.get() : this;
        place.restore(found, kept, base);
    }

    /**
     * Opens preserved edits; their slot becomes that of this window, so that they are always
     * preserved.
     */
    private void restore(RecoverySlot found, UnsavedDocument kept, Optional<DomainText> base) {
        DomainText text = DomainText.ofText(kept.text(), kept.encoding());
        Optional<GuestFile> file =
                kept.file().map(read -> new GuestFile(Path.of(read.path()), read.sha256()));
        base.ifPresentOrElse(
                before -> guest.openUnsaved(before, text, file),
                () -> guest.openUnsaved(text, file));
        writes.write(Scope.PROGRAM, () -> handOver(found), new SlotOutcome());
    }

    private Work<RecoverySlot> handOver(RecoverySlot found) {
        Optional<RecoverySlot> before = slot;
        return progress -> {
            if (before.isPresent()) {
                before.get().remove();
            }
            return found;
        };
    }

    /** Returns the original text, which is the current file; empty if there is none. */
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

    /** Deletes the preserved edits, releases the slot and continues; the program ends normally. */
    public void end(Runnable then) {
        ended = true;
        timer.stop();
        writes.write(Scope.PROGRAM, this::giveUp, new CompletionHandler<>(messages, then));
    }

    private Work<Boolean> giveUp() {
        Optional<RecoverySlot> held = slot;
        slot = Optional.empty();
        return progress -> {
            if (held.isPresent()) {
                held.get().remove();
            }
            return held.isPresent();
        };
    }

    private void keep() {
        if (!ended && !waiting && (guest.isDirty() || slot.isPresent())) {
            waiting = true;
            writes.write(Scope.PROGRAM, this::keepNow, new SlotOutcome());
        }
    }

    private Work<RecoverySlot> keepNow() {
        waiting = false;
        Optional<RecoverySlot> held = slot;
        Optional<UnsavedDocument> unsaved =
                guest.isDirty() ? Optional.of(unsaved()) : Optional.empty();
        return progress -> {
            RecoverySlot place = held.isPresent() ? held.get() : recovery.open();
            if (unsaved.isPresent()) {
                place.keep(unsaved.get());
            } else {
                place.forget();
            }
            return place;
        };
    }

    private UnsavedDocument unsaved() {
        return new UnsavedDocument(
                guest.file()
                        .map(
                                file ->
                                        new UnsavedDocument.ReadFile(
                                                file.path().toString(), file.sha256())),
                guest.text().text(),
                guest.text().encoding(),
                Instant.now());
    }

    /** Keeps the slot; a failure is reported once, without a dialog. */
    private final class SlotOutcome implements Outcome<RecoverySlot> {
        @Override
        public void done(RecoverySlot place) {
            slot = Optional.of(place);
            unusable = false;
        }

        @Override
        public void failed(Problem problem) {
            LOG.log(System.Logger.Level.WARNING, problem.toText());
            if (!unusable) {
                unusable = true;
                told.accept(texts.get("recovery.unusable", problem.toText()));
            }
        }
    }

    private interface Step {
        void run() throws ProblemException;
    }

    private void doing(Step step) {
        tasks.write(
                Scope.PROGRAM,
                progress -> {
                    step.run();
                    return true;
                },
                new ResultHandler<>(messages, done -> {}));
    }
}
