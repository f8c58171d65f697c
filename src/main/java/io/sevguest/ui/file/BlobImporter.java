package io.sevguest.ui.file;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.file.AtomicFile;
import io.sevguest.problem.Count;
import io.sevguest.recognition.FileRecognition;
import io.sevguest.recognition.Recognition;
import io.sevguest.recognition.blob.BlobDrop;
import io.sevguest.recognition.blob.BlobImport;
import io.sevguest.recognition.blob.ImportRemedy;
import io.sevguest.recognition.blob.ImportVerdict;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.state.Xdg;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.BlobFields;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.page.BlobActions;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.workspace.ResultHandler;
import io.sevguest.ui.workspace.WindowParts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Imports certificates and sessions, chosen or dropped, into the guest, and exports them. Their
 * kind is recognized by content.
 */
public final class BlobImporter implements BlobActions {
    private static final String LABEL = "import";

    private final GuestModel guest;
    private final FieldFocus focus;
    private final Tasks tasks;
    private final Texts texts;
    private final FileDialogs files;
    private final Messages messages;
    private final DropTargets places;
    private final Consumer<String> told;

    /**
     * Creates an importer.
     *
     * @param places the targets of dropped files that do not belong to the guest
     * @param told receives a message about each import
     */
    public BlobImporter(
            WindowParts parts,
            FileDialogs files,
            Messages messages,
            DropTargets places,
            Consumer<String> told) {
        this.guest = parts.guest();
        this.focus = parts.focus();
        this.tasks = parts.tasks();
        this.texts = parts.texts();
        this.files = files;
        this.messages = messages;
        this.places = places;
        this.told = told;
    }

    /** Asks for files of any kind and handles them like dropped files. */
    public void importAny() {
        List<Path> chosen = files.openMany("blob");
        if (!chosen.isEmpty()) {
            drop(chosen);
        }
    }

    /** Asks for a file that the guest uses. */
    public void askFile(String kind, Consumer<Path> then) {
        files.open(kind).ifPresent(then);
    }

    @Override
    public void importInto(BlobTarget target) {
        files.open("blob").ifPresent(file -> importInto(target, file));
    }

    @Override
    public void importInto(BlobTarget target, Path file) {
        recognize(List.of(file), found -> take(List.of(BlobImport.judge(target, found.get(0)))));
    }

    @Override
    public void find(String name, Consumer<Path> found) {
        Path folder = guest.path().map(Path::getParent).orElseGet(Xdg::home);
        tasks.start(
                guest.scope(),
                progress -> existing(folder, name),
                new ResultHandler<>(messages, file -> file.ifPresent(found)));
    }

    /**
     * Returns the file of a name; empty if there is none, or the locale cannot express the name.
     */
    private static Optional<Path> existing(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    /** Handles dropped files: a domain is opened; certificates and sessions are imported. */
    public void drop(List<Path> dropped) {
        recognize(
                dropped,
                found -> {
                    if (!places.took(dropped, found)) {
                        place(BlobDrop.sort(found));
                    }
                });
    }

    private void recognize(List<Path> paths, Consumer<List<RecognizedFile>> then) {
        tasks.start(
                guest.scope(),
                progress -> {
                    List<RecognizedFile> found = new ArrayList<>();
                    for (Path path : paths) {
                        progress.at(texts.get("import.reading", path.getFileName()), -1);
                        found.add(FileRecognition.of(path));
                    }
                    return found;
                },
                new ResultHandler<>(messages, then));
    }

    private void place(BlobDrop drop) {
        List<ImportVerdict> verdicts = new ArrayList<>(drop.verdicts().values());
        if (verdicts.isEmpty()) {
            drop.left().forEach(this::askPlace);
        } else {
            take(verdicts);
            drop.left().forEach(this::tellLeft);
        }
    }

    private void tellLeft(RecognizedFile file) {
        messages.tell(
                texts.get("import.title", file.name()),
                texts.get("import.left", file.content().summary()),
                texts.get("import.left.fix"));
    }

    /** Asks the user for the place of a file whose kind is unclear, unless it fits no place. */
    private void askPlace(RecognizedFile file) {
        ImportVerdict verdict = BlobImport.judge(BlobTarget.DH_CERT, file);
        if (verdict.outcome() == ImportVerdict.Outcome.REFUSED) {
            take(List.of(verdict));
            return;
        }
        String cancel = texts.get("import.cancel");
        OptionalInt answer =
                messages.ask(
                        texts.get("import.title", file.name()),
                        texts.get(
                                "import.unknown",
                                Count.of(file.size(), "byte"),
                                file.content().summary()),
                        texts.get("import.whereTo"),
                        List.of(
                                texts.get("import.asDhCert"),
                                texts.get("import.asSession"),
                                cancel),
                        cancel);
        List<BlobTarget> targets = List.of(BlobTarget.values());
        if (answer.isPresent() && answer.getAsInt() < targets.size()) {
            take(List.of(BlobImport.judge(targets.get(answer.getAsInt()), file)));
        }
    }

    /** Imports the files that fit, in one undo step, and asks about the others. */
    private void take(List<ImportVerdict> verdicts) {
        List<ImportRemedy> values = new ArrayList<>();
        for (ImportVerdict verdict : verdicts) {
            if (verdict.outcome() == ImportVerdict.Outcome.FITS) {
                values.add(new ImportRemedy("", verdict.target(), verdict.value()));
            } else {
                values.addAll(answer(verdict));
            }
        }
        if (write(values)) {
            tellFitting(verdicts);
        }
    }

    private void tellFitting(List<ImportVerdict> verdicts) {
        verdicts.stream()
                .filter(verdict -> verdict.outcome() == ImportVerdict.Outcome.FITS)
                .map(
                        verdict ->
                                Path.of(verdict.recognized().name()).getFileName()
                                        + ": "
                                        + verdict.message())
                .reduce((one, other) -> one + " " + other)
                .ifPresent(told);
    }

    private List<ImportRemedy> answer(ImportVerdict verdict) {
        List<ImportRemedy> choices = new ArrayList<>(verdict.remedies());
        if (verdict.isAllowed(true)) {
            choices.add(
                    new ImportRemedy(texts.get("import.asIs"), verdict.target(), verdict.value()));
        }
        List<String> answers = new ArrayList<>(choices.stream().map(ImportRemedy::label).toList());
        String cancel = texts.get(choices.isEmpty() ? "import.close" : "import.cancel");
        answers.add(cancel);
        OptionalInt answer =
                messages.ask(
                        texts.get("import.title", verdict.recognized().name()),
                        verdict.message(),
                        verdict.fix(),
                        answers,
                        verdict.remedies().isEmpty() ? cancel : answers.get(0));
        return answer.isPresent() && answer.getAsInt() < choices.size()
                ? List.of(choices.get(answer.getAsInt()))
                : List.of();
    }

    /** Writes values into the guest, and returns whether all of them were written. */
    private boolean write(List<ImportRemedy> values) {
        if (values.isEmpty()) {
            return false;
        }
        if (!guest.domain().map(LaunchSecurity::of).map(LaunchSecurity::isEditable).orElse(false)) {
            messages.tell(
                    texts.get("import.notHere.title"),
                    texts.get("import.notHere"),
                    texts.get("import.notHere.fix"));
            return false;
        }
        guest.endStep();
        guest.edit(
                LABEL,
                domain -> {
                    DomainXml edited = domain;
                    for (ImportRemedy one : values) {
                        edited = BlobFields.of(one.target()).with().apply(edited, one.value());
                    }
                    return edited;
                });
        guest.endStep();
        focus.jumpTo(BlobFields.of(values.get(0).target()).id());
        return true;
    }

    @Override
    public void exportBinary(BlobTarget target) {
        export(target, ".bin", text -> Recognition.ofBase64(target.element(), text).decoded());
    }

    @Override
    public void exportBase64(BlobTarget target) {
        export(target, ".b64", text -> Bytes.of((text + "\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private void export(BlobTarget target, String ending, Function<String, Bytes> content) {
        String text = guest.domain().map(BlobFields.of(target).get()).orElse("");
        files.save("blob", Path.of(target.element() + ending))
                .ifPresent(
                        file ->
                                tasks.write(
                                        Scope.PROGRAM,
                                        progress -> {
                                            progress.at(texts.get("import.writing", file), -1);
                                            AtomicFile.writePrivate(file, content.apply(text));
                                            return file;
                                        },
                                        new ResultHandler<>(messages, written -> {})));
    }

    @Override
    public void clear(BlobTarget target) {
        guest.endStep();
        guest.edit(LABEL, domain -> BlobFields.of(target).with().apply(domain, ""));
        guest.endStep();
    }
}
