package io.sevguest.ui.file;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.file.SafeFileName;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.firmware.FirmwareFix;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestFile;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.TaskQueue;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.task.Work;
import io.sevguest.ui.workspace.ResultHandler;
import io.sevguest.ui.workspace.Settings;
import io.sevguest.ui.workspace.WindowParts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;

/** Opens guests and saves them, and asks before edits are lost. */
public final class GuestFiles {
    private final GuestModel guest;
    private final OtherWindows others;
    private final MachineModel machine;
    private final Tasks tasks;
    private final Texts texts;
    private final FileDialogs dialogs;
    private final Messages messages;
    private final Settings settings;
    private final Consumer<String> told;
    private final CompareDialog compare;
    private final List<Consumer<Path>> listeners = new ArrayList<>();

    /** The queue of saves: each sees the file as the one before it left it. */
    private final TaskQueue saves;

    /** The text that the user last agreed to discard. */
    private Optional<DomainText> discarded = Optional.empty();

    private int reads;

    /**
     * Creates the actions.
     *
     * @param told receives a message when something other than a guest's own file was opened
     */
    public GuestFiles(
            WindowParts parts,
            OtherWindows others,
            FileDialogs dialogs,
            Messages messages,
            CompareDialog compare,
            Settings settings,
            Consumer<String> told) {
        this.guest = parts.guest();
        this.others = others;
        this.machine = parts.machine();
        this.tasks = parts.tasks();
        this.saves = tasks.queue();
        this.texts = parts.texts();
        this.dialogs = dialogs;
        this.messages = messages;
        this.compare = compare;
        this.settings = settings;
        this.told = told;
    }

    /** Returns the recently opened files, newest first. */
    public List<Path> recent() {
        return settings.now().recentFiles().paths();
    }

    /** Adds a listener for each file that was opened or written. */
    public void onFile(Consumer<Path> listener) {
        listeners.add(listener);
    }

    /**
     * Creates a new guest. If no firmware descriptor of this machine fits, it names a firmware
     * image.
     */
    void create(GuestTemplate template) {
        whenSafe(
                () -> {
                    DomainXml created = template.create(UUID.randomUUID());
                    QemuTarget target = machine.machine().target();
                    DomainXml usable =
                            FirmwareFix.of(created, target)
                                    .map(fix -> fix.edit().apply(created))
                                    .orElse(created);
                    guest.open(usable, Optional.empty());
                });
    }

    /** Asks for a file and opens it. */
    public void askAndOpen() {
        whenSafe(() -> dialogs.open("domain").ifPresent(this::readUnlessShown));
    }

    /** Asks for a file and opens it in a window of its own. */
    public void askAndOpenInWindow() {
        dialogs.open("domain").ifPresent(this::openInWindow);
    }

    /** Opens a file in a window of its own, or brings the window to the front that shows it. */
    public void openInWindow(Path path) {
        if (!others.show(path)) {
            tasks.start(
                    Scope.PROGRAM,
                    progress -> {
                        progress.at(texts.get("file.reading", path.getFileName()), -1);
                        return GuestStore.open(path);
                    },
                    new ResultHandler<>(
                            messages,
                            opened -> {
                                opened.file().map(GuestFile::path).ifPresent(this::remember);
                                others.open(opened);
                            }));
        }
    }

    /** Opens a file here, or brings the window to the front that shows it. */
    public void open(Path path) {
        if (!others.show(path)) {
            whenSafe(() -> read(path));
        }
    }

    private void readUnlessShown(Path path) {
        if (!others.show(path)) {
            read(path);
        }
    }

    /** Reads the file again, for example after another program changed it. */
    public void reload() {
        guest.path().ifPresent(this::open);
    }

    /** Reads a guest; of several requested ones, the last is opened. */
    private void read(Path path) {
        int request = ++reads;
        tasks.start(
                guest.scope().and(() -> request != reads),
                progress -> {
                    progress.at(texts.get("file.reading", path.getFileName()), -1);
                    return GuestStore.open(path);
                },
                new ResultHandler<>(messages, opened -> showIfSafe(opened, path)));
    }

    /** Shows a guest, but asks and reads again if something was edited while the file was read. */
    private void showIfSafe(GuestStore.OpenResult opened, Path path) {
        if (isSafe()) {
            guest.open(opened.text(), opened.file());
            opened.file()
                    .ifPresentOrElse(
                            this::tell, () -> told.accept(texts.get("bundle.opened", path)));
        } else {
            whenSafe(() -> read(path));
        }
    }

    public void save() {
        save(() -> {});
    }

    /** Saves the guest, asks for a file if it has none, and then continues. */
    private void save(Runnable then) {
        if (guest.file().isEmpty()) {
            saveAs(then);
        } else {
            saves.write(
                    guest.scope(),
                    this::saveNow,
                    new SaveOutcome<>(messages, saved -> afterSave(saved, then)));
        }
    }

    private Work<GuestStore.SaveResult> saveNow() {
        GuestFile file = guest.file().orElseThrow();
        DomainText text = guest.text();
        return progress -> {
            progress.at(texts.get("file.writing", file.name()), -1);
            return GuestStore.save(text, file);
        };
    }

    private void afterSave(GuestStore.SaveResult saved, Runnable then) {
        if (saved instanceof GuestStore.Success written) {
            written(written, then);
        } else if (saved instanceof GuestStore.Conflict changed) {
            askAboutChange(changed, then);
        }
    }

    private void askAboutChange(GuestStore.Conflict changed, Runnable then) {
        OptionalInt answer =
                messages.ask(
                        texts.get("file.changed.title"),
                        texts.get("file.changed", changed.path()),
                        texts.get("file.changed.fix"),
                        List.of(
                                texts.get("file.changed.compare"),
                                texts.get("file.changed.reload"),
                                texts.get("file.changed.overwrite"),
                                texts.get("file.cancel")));
        switch (answer.orElse(3)) {
            case 0 -> {
                compare.show(changed.theirs(), guest.text());
                askAboutChange(changed, then);
            }
            case 1 -> {
                discarded = Optional.of(guest.text());
                read(changed.path());
            }
            case 2 -> write(changed.path(), then);
            default -> {}
        }
    }

    public void saveAs() {
        saveAs(() -> {});
    }

    private void saveAs(Runnable then) {
        Path suggested = guest.path().orElseGet(() -> Path.of(suggestedName()));
        dialogs.save("domain", suggested).ifPresent(path -> write(path, then));
    }

    private String suggestedName() {
        String name = guest.domain().map(domain -> domain.textAt("name")).orElse("");
        String safe = SafeFileName.of(name);
        return safe.isEmpty() ? texts.get("window.untitled") : safe + ".xml";
    }

    private void write(Path path, Runnable then) {
        saves.write(
                guest.scope(),
                () -> writeNow(path),
                new SaveOutcome<>(messages, done -> written(done, then)));
    }

    private Work<GuestStore.Success> writeNow(Path path) {
        DomainText text = guest.text();
        return progress -> {
            progress.at(texts.get("file.writing", path.getFileName()), -1);
            return GuestStore.write(text, path);
        };
    }

    private void written(GuestStore.Success written, Runnable then) {
        guest.markSaved(written.text(), written.file());
        tell(written.file());
        then.run();
    }

    private boolean isSafe() {
        return !guest.isDirty() || discarded.filter(text -> text == guest.text()).isPresent();
    }

    /** Continues if nothing was edited since it was safe to; otherwise asks again. */
    public void whenStillSafe(Runnable then) {
        if (isSafe()) {
            then.run();
        } else {
            whenSafe(then);
        }
    }

    /** Continues at once if nothing would be lost, or else after the user has agreed. */
    public void whenSafe(Runnable then) {
        if (!guest.isDirty()) {
            then.run();
            return;
        }
        String name = guest.file().map(GuestFile::name).orElse(texts.get("window.untitled"));
        OptionalInt answer =
                messages.ask(
                        texts.get("file.unsaved.title"),
                        texts.get("file.unsaved", name),
                        "",
                        List.of(
                                texts.get("file.unsaved.save"),
                                texts.get("file.unsaved.discard"),
                                texts.get("file.cancel")));
        switch (answer.orElse(2)) {
            case 0 -> save(() -> whenStillSafe(then));
            case 1 -> {
                discarded = Optional.of(guest.text());
                then.run();
            }
            default -> {}
        }
    }

    private void tell(GuestFile file) {
        Path path = file.path();
        remember(path);
        listeners.forEach(listener -> listener.accept(path));
    }

    private void remember(Path path) {
        settings.change(now -> now.withRecentFiles(now.recentFiles().with(path)));
    }
}
